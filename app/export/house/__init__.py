"""House templates: somebody else's Word file, read with care, becomes the frame of our documents.

``foreign`` lets in what is harmless, ``cleaning`` leaves behind what is nobody's business,
``placeholders`` fills, ``layout`` finds the place of the content, ``styles`` and ``numbering``
bring what is missing, ``package`` is the whole.
"""
