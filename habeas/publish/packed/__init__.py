"""What goes into a pack beside the copy: words for whoever unpacks it, and a script that needs nothing of ours."""
