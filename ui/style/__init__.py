"""The look as data: tokens, fonts, icons and the one style sheet made from them."""
