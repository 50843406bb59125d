"""Writes neutral blocks as a Word file: the package by python-docx, the body as a stream.

python-docx finds a style by walking all styles each time one is set; three quarters of its time
goes there. The body is therefore written as XML directly, and a test compares it with what
python-docx makes of the same blocks.
"""
