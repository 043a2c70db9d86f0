"""The words of the newsroom as patterns know them: simplified characters, digits at half width."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

# fmt: off
TRADITIONAL: Final = (
    "報报訊讯記记員员實实習习專专電电攝摄編编輯辑責责對对圖图題题轉转緊紧續续線线熱热話话總总國国週周農农曆历時时聯联網网臺台發发評评論论訪访"
    "綜综據据華华廣广號号頁页單单價价資资製制設设計计審审啟启啓启訃讣氣气預预為为爲为說说視视覺觉來来專专欄栏務务聲声幾几無无東东門门間间"
    "葉叶陳陈張张劉刘黃黄吳吴楊杨趙赵孫孙馬马鄭郑羅罗謝谢許许鄧邓馮冯蕭萧鄒邹賴赖盧卢鍾钟蘇苏譚谭龍龙嚴严關关顧顾龔龚錢钱湯汤賀贺萬万呂吕"
    "韓韩鄔邬賈贾竇窦龐庞樂乐畢毕喬乔莊庄範范魯鲁溫温駱骆聶聂歐欧陽阳韋韦閻阎龍龙簡简練练"
)
# fmt: on
"""Characters of bylines, datelines, folio lines and surnames, each traditional form before its simplified one."""

PLAIN: Final = str.maketrans(
    "０１２３４５６７８９" + TRADITIONAL[0::2],
    "0123456789" + TRADITIONAL[1::2],
)
FOLDED: Final = frozenset(map(chr, PLAIN))


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Return a text as the patterns of this room read it; every character keeps its place.

    >>> plain("【本報訊】（記者　葉知行）１０月")
    '【本报讯】（记者　叶知行）10月'
    """
    return text if FOLDED.isdisjoint(text) else text.translate(PLAIN)
