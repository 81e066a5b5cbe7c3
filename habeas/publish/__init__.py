"""What goes out: the public copy by allow-list, the site as files, the signed manifest, releases, withdrawal."""
