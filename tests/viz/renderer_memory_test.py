"""Several pictures of one run of lotse-render: nothing that was freed is read (valgrind).

usage: RENDERER=build/test/lotse-render python3 tests/viz/renderer_memory_test.py
Python >= 3.9, standard library only; skipped where valgrind is missing."""
import json
import os
import shutil
import subprocess
import unittest

RENDERER = os.environ["RENDERER"]
SANITIZED = os.environ.get("SANITIZED") == "1"  # does not run under valgrind


def sheet(*weights):
    labels = [{"role": "note", "x": 20.0, "y": 20.0 * number, "anchor": "left", "weight": weight,
               "font_pt": 9.0, "colour": "#000000", "text": "Jobcenter Süd", "plate_pt": 0.0, "plate": "#ffffff"}
              for number, weight in enumerate(weights, start=1)]
    return {"lotse_drawing": 1, "language": "de", "title": "t", "description": "d", "width_pt": 200.0,
            "height_pt": 100.0, "styles": [], "shapes": [], "labels": labels, "nodes": [], "edges": [], "windows": []}


class Memory(unittest.TestCase):
    @unittest.skipUnless(shutil.which("valgrind") and not SANITIZED, "valgrind is missing")
    def test_no_picture_reads_what_the_one_before_it_freed(self):
        # The last font of a page, and the first of the next, differ in weight alone.
        pages = [sheet("regular", "bold"), sheet("regular", "bold"), sheet("bold", "regular"), sheet("bold")]
        orders = [{"format": "svg", "pages": pages[:1]}, {"format": "pdf", "pages": pages}]
        run = subprocess.run(["valgrind", "--error-exitcode=99", "--quiet", RENDERER, "several", "--memory-mb", "20000"],
                             input=json.dumps(orders).encode(), capture_output=True, timeout=300)
        self.assertEqual(run.returncode, 0, run.stderr.decode()[:4000])
        self.assertIn(b"%PDF-", run.stdout)


if __name__ == "__main__":
    unittest.main()
