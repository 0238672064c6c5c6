"""Put what students get of the course into the wheel: hatchling runs this while it builds one."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PLACE = "whosays/_course"  # where the package looks for it: whosays.course.PACKED


class CourseHook(BuildHookInterface):
    """Add the course to a wheel. A clone that is installed as a link (editable) has its own folders."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name each file of the course, and where in the wheel it goes."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root, "src")))
        from whosays.course import Course
        from whosays.student_copy import student_files

        self.folder = TemporaryDirectory()
        for name, content in student_files(Course(Path(self.root))).items():
            path = Path(self.folder.name, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            build_data["force_include"][str(path)] = f"{PLACE}/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the files that were made for the wheel."""
        if version != "editable":
            self.folder.cleanup()
