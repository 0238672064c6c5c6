"""Build the course as one folder of static files: pages to read, and the same notebooks live in a browser."""

from whosays.site.build import build
from whosays.site.errors import SiteError

__all__ = ["SiteError", "build"]
