"""Say what keeps a site from being built."""


class SiteError(ValueError):
    """Say that the site cannot be built, and what to do."""
