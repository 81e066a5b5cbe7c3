"""Settings, addresses and the home folder: where the parts are put together."""
