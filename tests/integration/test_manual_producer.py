"""The producer printed in schemas/README.md does what the manual says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tocsin.broker import Broker, read_to_end
from tocsin.messages import ArticleRecord
from tocsin.messages.topics import ARTICLES
from tocsin.pages import complete

MANUAL = Path(__file__).parents[2] / "schemas" / "README.md"


@pytest.mark.real_broker
def test_the_printed_producer_puts_a_readable_article_on_the_topic(real_broker: Broker, tmp_path: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", MANUAL.read_text("utf-8"), re.DOTALL)
    code = code.replace("127.0.0.1:9092", real_broker.bootstrap_servers)
    code = code.replace(ARTICLES.name, ARTICLES.full_name(real_broker.topic_prefix))
    script = tmp_path / "producer.py"
    script.write_text(code, "utf-8")

    subprocess.run([sys.executable, script], check=True, timeout=60)

    (record,) = read_to_end(real_broker, real_broker.topic(ARTICLES))
    article = complete(ArticleRecord.model_validate_json(record.value or b""), record.timestamp)
    assert (article.source, article.language, article.ingested_at) == ("my-desk", "en", record.timestamp)
    assert article.text.startswith("Antimony ingot offers rise")
