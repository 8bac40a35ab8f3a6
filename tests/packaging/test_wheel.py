"""What is built is what runs: the wheel, in an empty environment, from another folder."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run(
        [str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True, timeout=600
    )


@pytest.mark.slow
def test_the_wheel_runs_the_demo_in_an_empty_environment(tmp_path: Path) -> None:
    built = run(
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        tmp_path / "dist",
        CHECKOUT,
        cwd=tmp_path,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = (tmp_path / "dist").glob("*.whl")

    names = zipfile.ZipFile(wheel).namelist()
    assert "diplotui/db/migrations/0001_initial.sql" in names
    assert "diplotui/db/sample/sample.json" in names
    assert not [
        name for name in names if name.endswith((".db", ".bak")) or name.startswith(("tests/", "db/"))
    ]

    venv.create(tmp_path / "empty", with_pip=True)
    bin_folder = tmp_path / "empty" / ("Scripts" if os.name == "nt" else "bin")
    installed = run(bin_folder / "python", "-m", "pip", "install", "-q", wheel, cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    demo = run(bin_folder / "diplotui", "demo", "--summary", cwd=elsewhere)
    assert demo.returncode == 0, demo.stderr
    assert "denied" in demo.stdout
    assert not list(elsewhere.iterdir()), "the demo leaves nothing behind"
