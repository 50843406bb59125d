"""What happens in the room: shows of hands, topics put off, results read back."""
