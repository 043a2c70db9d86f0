"""What figures are about: one table a role, as a newspaper prints it and as it must be read."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsan import analyse, find_facts, parse_edition
from newsan.facts.baselines import baseline_time
from newsan.facts.predicates import changed_to, direction_of
from newsan.facts.speakers import find_speaker
from newsan.models import Fact, Time


def fact(text: str, quote: str) -> Fact:
    """Return the one fact of a text with that quote."""
    [found] = [fact for fact in find_facts(text) if fact.quote == quote]
    return found


# fmt: off
SUBJECTS = [
    # as printed                                                 figure          what it counts or measures
    ("全镇铺设供水管网86公里。",                                  "86公里",       "供水管网"),
    ("县里已有27家农家乐。",                                      "27家",         "农家乐"),
    ("苹果产量达3.6万吨，比上年增长8.5%。",                       "3.6万吨",      "苹果产量"),
    ("苹果产量达3.6万吨，比上年增长8.5%。",                       "8.5%",         "苹果产量"),
    ("花椒种植面积稳步扩大，今年达到1.2万亩。",                   "1.2万亩",      "花椒种植面积"),
    ("茶叶和菌菇产值分别增长11%和7.5%。",                         "11%",          "茶叶"),
    ("茶叶和菌菇产值分别增长11%和7.5%。",                         "7.5%",         "菌菇产值"),
    ("累计培育专精特新企业31家、科技小巨人企业9家。",             "31家",         "专精特新企业"),
    ("累计培育专精特新企业31家、科技小巨人企业9家。",             "9家",          "科技小巨人企业"),
    ("港口完成货物吞吐量410万吨，同比下降2.3%。",                 "2.3%",         "货物吞吐量"),
    ("事故造成2人死亡。",                                         "2人",          "死亡"),
    ("塌方致3人死亡、7人受伤。",                                  "3人",          "死亡"),
    ("药材收入占农户总收入的四成。",                              "四成",         "药材收入"),
    ("村里还请来6名退休教师。",                                   "6名",          "退休教师"),
    ("新区道路绿化率由31%提高到38%。",                            "38%",          "新区道路绿化率"),
    ("已实施58项科学与应用项目。",                                "58项",         "科学与应用项目"),
    ("金价一路走高，盘中跌至430点。",                             "430点",        "金价"),
    ("如果学生人数达800人。",                                     "800人",        "学生人数"),
    ("暴雨致31座通信基站中断。",                                  "31座",         "通信基站"),
    ("全市有16名渔民失联。",                                      "16名",         "渔民"),
    ("洪水使3个乡420人受灾。",                                    "420人",        "受灾"),
    ("景区推出26场民俗表演。",                                    "26场",         "民俗表演"),
    ("昨日该股报收于5.21元。",                                    "5.21元",       "该股"),
    ("外贸总值达520亿元，规模创历史新高，同比增长19%。",          "19%",          "外贸总值"),
    ("客流量单日超3万人次。",                                     "3万人次",      "客流量"),
    ("种植面积2.4万亩。",                                         "2.4万亩",      "种植面积"),
    ("研发经费投入强度为2.1%。",                                  "2.1%",         "研发经费投入强度"),
    ("今年种植油菜7000亩。",                                      "7000亩",       "油菜"),
    ("研发投入强度为2.1%。",                                      "2.1%",         "研发投入强度"),
    ("全村共有21户商铺全部开张。",                                "21户",         "商铺"),
    ("万余栋房舍处于险境。",                                      "万余栋",       "房舍"),
    ("全年减少12%的碳排放。",                                     "12%",          "碳排放"),
    ("后卫全场拿下31分9个篮板。",                                 "9个",          "篮板"),
    ("客流每年以12%的速度增加。",                                 "12%",          "客流"),
    ("到场的有80位相关人员。",                                    "80位",         "相关人员"),
    ("全省新建专门学校，现有8所专门学校。",                       "8所",          "专门学校"),
    ("每天有2万件快递包裹进出山村。",                             "2万件",        "快递包裹"),
    ("剪纸等30多组展品栩栩如生。",                                "30多组",       "展品"),
    ("该基金拔得头筹，单周上涨6%。",                              "6%",           "该基金"),
    ("网店零售额增长9%，高于全部零售额增速2个百分点。",           "2个百分点",    "网店零售额"),
    ("当晚又有35名青年报名。",                                    "35名",         "青年"),
    ("雷达发现4枚敌军发射的火箭弹。",                             "4枚",          "火箭弹"),
    ("省里紧急追加2.6亿元防汛救灾资金。",                         "2.6亿元",      "防汛救灾资金"),
    ("市里下达首批40亿元超长期特别国债资金。",                    "40亿元",       "超长期特别国债资金"),
    ("守军打退对手二十多次进攻。",                                "二十多次",     "进攻"),
    ("全镇有6%的居民在外务工。",                                  "6%",           "居民"),
    ("问卷显示超半数家长赞成。",                                  "半数",         "家长"),
    ("对方加征15%关税的措施昨天生效。",                           "15%",          "关税"),
    ("村里迎来青石大桥通车30周年。",                              "30周年",       "青石大桥通车"),
    ("庆祝图书馆、美术馆建成20周年晚会举行。",                    "20周年",       "图书馆、美术馆建成"),
    ("暑期还有9场民俗展览、近20场公益演出及讲座。",               "20场",         "公益演出"),
    ("农场聘用60余名下岗职工和退役士兵。",                        "60余名",       "下岗职工和退役士兵"),
    ("全县桃和李、核桃、枣和梨产量分别增长8%、3%和5%。",          "3%",           "核桃"),
    ("蓝队5胜3平2负处于上风，进17球失8球。",                      "3平",          "蓝队"),
    ("蓝队5胜3平2负处于上风，进17球失8球。",                      "17球",         "蓝队"),
    ("水位涨到7.1米，超警戒水位0.4米。",                          "0.4米",        "水位"),
    ("我省核桃产量全国第一。",                                    "第一",         "我省核桃产量"),
    ("何大山牺牲时，战友马成山时年23岁。",                        "23岁",         "战友马成山"),
    ("圆满完成抢险任务20次，救援渔民130人。",                     "130人",        "渔民"),
    ("事故造成当地一名渔民死亡。",                                "一名",         "渔民"),
    ("塌方致3人死亡、7人失踪。",                                  "7人",          "失踪"),
    ("县民政局连夜调运帐篷90顶。",                                "90顶",         "帐篷"),
    ("山洪中倒塌房屋46间。",                                      "46间",         "房屋"),
    ("外出务工人员1.2万人。",                                     "1.2万人",      "外出务工人员"),
    ("参加的还有65名官兵投入救援。",                              "65名",         "官兵"),
    ("新渡口大桥长1.3公里。",                                     "1.3公里",      "新渡口大桥"),
    ("贷款率降至1.8%。",                                          "1.8%",         "贷款率"),
    ("小将江帆以9秒98夺冠。",                                     "9秒98",        "小将江帆"),
    ("主队在少一人的情况下以2比1取胜。",                          "2比1",         "主队"),
    ("主队积41分升至第二位。",                                    "41分",         "主队"),
    ("从县城到码头的车票涨至9元。",                               "9元",          "车票"),
    ("人民币汇率中间价报7.1234。",                                "7.1234",       "人民币汇率中间价"),
    ("深证成指报9012.5点。",                                      "9012.5点",     "深证成指"),
    ("两市共成交870亿元。",                                       "870亿元",      "成交"),
    ("他又包了30亩地。",                                          "30亩",         "地"),
    ("新线里程120公里。",                                         "120公里",      "新线里程"),
    ("中亚五国旅游收入达80亿元。",                                "80亿元",       "中亚五国旅游收入"),
    ("松林公园、梅园等公共绿地面积40公顷。",                      "40公顷",       "公共绿地面积"),
    ("县里对黄酒征收5%的特产税。",                                "5%",           "特产税"),
    ("客车座位由每排3座加密到4座。",                              "4座",          "客车座位"),
    ("第五名6人。",                                               "6人",          "第五名"),
    ("去年的平均工期较2020年的30天缩短9天。",                       "9天",          "平均工期"),
    ("全村近八成的劳力在外务工。",                                "八成",         "劳力"),
    ("乡里发放20万元奖学金。",                                    "20万元",       "奖学金"),
    ("烟花晚会上40名少年挥舞旗帜。",                              "40名",         "少年"),
    ("两成的受访者认为物价合理。",                                "两成",         "受访者"),
    ("新刀具的单价不足进口刀具的三分之一。",                      "三分之一",     "新刀具的单价"),
    ("眼下出土的竹简，已从90枚增加到130枚。",                     "130枚",        "竹简"),
    ("厂房单价为每建筑平米1800元。",                              "1800元",       "厂房单价"),
    ("八成受访农户愿意续租。",                                    "八成",         "受访农户"),
    ("全县小麦收获已过九成。",                                    "九成",         "全县小麦收获"),
    ("新车销量达到全部销量的46%。",                               "46%",          "新车销量"),
    ("车程由此前的7小时缩短至3小时。",                            "3小时",        "车程"),
    ("新增岗位12万个，完成年度计划的110%。",                      "110%",         "岗位"),
    ("客流量达到历年最高的5万人次。",                             "5万人次",      "客流量"),
    ("市里设立了首期4亿元产业基金。",                             "4亿元",        "产业基金"),
    ("今年亩均收入稳稳过了2000元。",                              "2000元",       "亩均收入"),
    ("收到9万元的捐款。",                                         "9万元",        "捐款"),
    ("惠及沿线4个村、5300多人。",                                 "4个",          "村"),
    ("每10股派1.5元（含税）。",                                   "1.5元",        None),
    ("▲新桥长3公里。",                                            "3公里",        "新桥"),
    ("工人挂起3米多长的布条。",                                   "3米多",        "布条"),
    ("能见度不足200米的路段封闭。",                               "200米",        "能见度"),
    ("全长5公里的老街热闹起来。",                                 "5公里",        "老街"),
    ("每亩投入不到2000元。",                                      "2000元",       "投入"),
    ("带动两镇户均增收6500元。",                                  "6500元",       "户均增收"),
    ("钢产量5万吨；煤产量7万吨；两大指标分别占全国的2%、3%。",    "3%",           "煤产量"),
    ("各队共出动抢修车90台。",                                    "90台",         "抢修车"),
    ("发放稳岗资金3亿元、技能提升补贴8亿元。",                    "8亿元",        "技能提升补贴"),
    ("一票货从申报到放行只花了47秒。",                            "47秒",         "货"),
    ("其中脱贫户占四成。",                                        "四成",         "脱贫户"),
    ("全县茶叶产量连续11年稳居全省第一。",                        "11年",         "全县茶叶产量"),
    ("红队5比2战胜蓝队。",                                        "5比2",         "红队"),
    ("茶叶、丝绸、瓷器分别出口5亿元、4亿元和2亿元，前两者分别增长3%、1%，后者下降6%。", "1%", "丝绸"),
    ("茶叶、丝绸、瓷器分别出口5亿元、4亿元和2亿元，前两者分别增长3%、1%，后者下降6%。", "6%", "瓷器"),
    ("稻谷、棉花产量分别达到12万吨、3万吨，同比分别增长5%、下降2%。", "2%",         "棉花产量"),
    ("全县由贸易逆差3亿元转为顺差2亿元。",                           "2亿元",        "顺差"),
    ("每天有上千箱柑橘运往省城市场。",                            "上千箱",       "柑橘"),
    ("近半数的合作社积极探索直播卖货。",                          "半数",         "合作社"),
    ("72.4%的初中生“每天能按时完成老师布置的作业”。",             "72.4%",        "初中生"),
    ("两架无人机袭击敖德萨。",                                    "两架",         "无人机"),
    ("300多名游客一起观看演出。",                                 "300多名",      "游客"),
    ("市农业农村局等六部门联合印发实施方案。",                    "六部门",       "市农业农村局"),
    ("三方一致认为应当停火。",                                        "三方",         None),
    ("产量增速连续4个月回升。",                                   "4个月",        "产量增速"),
    ("塌方造成车上3人死亡。",                                     "3人",          "死亡"),
    ("家庭农场产量比之前增加两成。",                              "两成",         "家庭农场产量"),
    ("全市经营主体总量8.2万户，比上月增加600户。",                "600户",        "全市经营主体总量"),
    ("比赛收到来自12个国家的参赛作品840件。",                     "840件",        "参赛作品"),
    ("各县累计降温幅度超过8℃。",                                  "8℃",           "各县累计降温幅度"),
    ("但该股仍下跌3%，在每股12元附近波动。",                      "12元",         "该股"),
    ("全镇外出务工4000人，其中八成是青壮年。",                    "八成",         "青壮年"),
    ("受访者看重的有收入稳定（61%）和离家近（38%）。",            "61%",          "收入稳定"),
    ("站长马成山表示，建站30年来，接种疫苗9万剂。",               "30年",         None),
    ("县里出台18项具体举措。",                                    "18项",         "具体举措"),
    ("50名退休教师来到村里讲解剪纸的技法。",                      "50名",         "退休教师"),
    ("农场建起两亩大的养殖暖棚。",                                "两亩",         "养殖暖棚"),
    ("全县完成建设任务30万亩。",                                  "30万亩",       "建设任务"),
    ("机身尺寸为45×17×8毫米。",                                   "8毫米",        "机身尺寸"),
]

DIRECTIONS = [
    # as printed                             figure        direction
    ("用电量增长4.1%。",                      "4.1%",       "up"),
    ("次品率回落0.6个百分点。",               "0.6个百分点", "down"),
    ("下调贷款利率0.2个百分点。",             "0.2个百分点", "down"),
    ("水位超警戒水位0.4米。",                 "0.4米",      "up"),
    ("产值达到9.4亿元。",                     "9.4亿元",    None),
    ("投诉量降至130件。",                     "130件",      "down"),
    ("合作社增至58家。",                      "58家",       "up"),
    ("油耗有了3%的降幅。",                    "3%",         "down"),
    ("新增床位240张。",                       "240张",      None),
    ("烟囱高68米。",                          "68米",       None),
    ("指数为47.5%，低于4月的48.7%。",         "48.7%",      None),
    ("指数低于全省1.2个百分点。",             "1.2个百分点", "down"),
    ("药品平均降价53%。",                     "53%",        "down"),
    ("股指最高冲至4033点。",                  "4033点",     "up"),
    ("客队落后主队5分。",                     "5分",        "down"),
    ("游客接待量翻了一番。",                  "翻了一番",   "up"),
]

BASELINES = [
    # as printed                                           figure      against what
    ("棉花单产较2021年提高6.8%。",                          "6.8%",     "2021年"),
    ("网络零售额同比增长15%。",                             "15%",      "同比"),
    ("网店零售额增长9%，高于全部零售额增速2个百分点。",     "2个百分点", "全部零售额增速"),
    ("渡口水位超警戒水位0.4米。",                           "0.4米",    "警戒水位"),
    ("返乡人数比上年同期多1200人。",                        "1200人",   "上年同期"),
    ("日供水能力从8万吨提升到13万吨。",                     "13万吨",   "8万吨"),
    ("村集体收入120万元，比前年增长30%，其中租金增长12%。", "12%",      "前年"),
    ("与五年前相比，在校学生减少了640人。",                 "640人",    "五年前"),
    ("合格率高出国家标准2.5个百分点。",                     "2.5个百分点", "国家标准"),
    ("全县工业增速快于全省1.3个百分点。",                   "1.3个百分点", "全省"),
    ("成交额较前一交易日放大近一成。",                      "一成",     "前一交易日"),
    ("客队落后主队5分。",                                   "5分",      "主队"),
    ("总产比历史最高的1996年增产4.2%。",                    "4.2%",     "历史最高的1996年"),
    ("夜间客流是平日的3倍。",                               "3倍",      "平日"),
    ("全县有卫生室164个。",                                 "164个",    None),
    ("鱼苗资源量增长到2020年的6倍。",                       "6倍",      "2020年"),
    ("合格率分别比县城、郊区高5.1、8.3个百分点。",          "8.3个百分点", "郊区"),
    ("能耗下降，比规划目标多降1.7个百分点。",               "1.7个百分点", "规划目标"),
    ("增速较6月加快5个百分点，同比增长9%，其中出口增长7%。", "7%",       "同比"),
    ("夜间客流是平日的近3倍。",                             "3倍",      "平日"),
    ("平均工期较2020年的30天缩短9天。",                     "9天",      "2020年"),
    ("亩产520公斤，高出去年30公斤。",                       "30公斤",   "去年"),
    ("茶园由2019年的5家增至9家，增加4家。",                 "4家",      "2019年"),
]

COMPARED_DAYS = [
    # as printed on 20 November 2025                        figure      the days it is compared with
    ("前三季度，产值同比增长6%。",                          "6%",       ("2024-01-01", "2024-09-30")),
    ("2024年2月，客流同比下降3%。",                         "3%",       ("2023-02-01", "2023-02-28")),
    ("10月，菜价环比下降1%。",                              "1%",       ("2025-09-01", "2025-09-30")),
    ("三季度，租金环比上涨2%。",                            "2%",       ("2025-04-01", "2025-06-30")),
    ("1月，菜价环比下降1%。",                               "1%",       ("2024-12-01", "2024-12-31")),
    ("今年1至10月，菜价环比下降1%。",                       "1%",       None),
    ("10月末，贷款余额较上年末增长8%。",                    "8%",       ("2024-12-01", "2024-12-31")),
    ("前三季度，产值比去年同期增长6%。",                    "6%",       ("2024-01-01", "2024-09-30")),
    ("今年，在校学生较2020年增加640人。",                   "640人",    ("2020-01-01", "2020-12-31")),
    ("今年，在校学生与五年前相比减少640人。",               "640人",    ("2020-01-01", "2020-12-31")),
    ("茶园由2019年的5家增至9家。",                          "9家",      ("2019-01-01", "2019-12-31")),
    ("合格率高出国家标准2.5个百分点。",                     "2.5个百分点", None),
]

QUALIFIERS = [
    # as printed                                            figure      which of many
    ("平均亩产达到520公斤。",                               "520公斤",  "平均"),
    ("前三季度累计新增床位240张。",                         "240张",    "累计新增"),
    ("昨天最高气温31℃、最低18℃。",                          "18℃",      "最低"),
    ("全省最长河流在渡口测得的水深仅3米。",                 "3米",      None),
    ("最快的一单从报名到领证只用9分钟。",                   "9分钟",    "最快"),
    ("去年全镇共有27起火灾。",                              "27起",     "共"),
    ("预计全年接待游客30万人次。",                          "30万人次", "预计"),
    ("日均客流2万人次。",                                   "2万人次",  "日均"),
    ("客流比历史最高水平低3%。",                            "3%",       None),
    ("全县有卫生室164个。",                                 "164个",    None),
]

WHOLES = [
    # as printed                              figure     of what
    ("光伏发电占总发电量的23%。",              "23%",     "总发电量"),
    ("新增岗位12万个，完成年度计划的110%。",   "110%",    "年度计划"),
    ("新刀具的单价不足进口刀具的三分之一。",   "三分之一", "进口刀具"),
    ("新车销量达到全部销量的46%。",            "46%",     "全部销量"),
    ("外地车辆占全部车辆的比重升至61%。",      "61%",     "全部车辆"),
    ("外地车辆达到900辆。",                    "900辆",   None),
]

TIMES = [
    # as printed                                                  figure      when it holds
    ("2023年，全市植树40万株。",                                   "40万株",   "2023年"),
    ("截至6月底，建成充电桩3100个。",                              "3100个",   "截至6月底"),
    ("自2021年新馆开放以来，接待读者90万人次。",                   "90万人次", "自2021年新馆开放以来"),
    ("今年苹果收购价创五年来新高，销量达3万吨。",                  "3万吨",    "今年"),
    ("连日来，全市出动民兵700名。",                                "700名",    "连日来"),
    ("去年全区接诊12万人次。今年较2019年增长35%。",                "35%",      "今年"),
    ("2022年修路15公里。随后又架桥3座。",                          "3座",      "2022年"),
    ("铁路开通运营以来，累计发送旅客88万人次。",                   "88万人次", "铁路开通运营以来"),
    ("新桥通车首月，过桥车辆达3万辆。",                            "3万辆",    "新桥通车首月"),
    ("7月新区交付两处厂房，使前7个月的供应量达到9万平方米。同时，空置率降至3%。", "3%", "7月"),
    ("2023年植树40万株，超过2019年12万株。",                       "12万株",   "2023年"),
    ("7月上旬（7月1日至10日），景区接待游客3万人次。",            "3万人次",  "7月上旬"),
    ("2027年预算达6亿元，和2017年相比翻倍。",                      "翻倍",     "2027年"),
    ("今年，茶叶连续三年增产，出口也增长4%。",                     "4%",       "今年"),
    ("2012年两县结成对子以来，贸易额增长4倍。",                   "4倍",      "2012年两县结成对子以来"),
    ("多年来，全县每年植树3万株。",                               "3万株",    "多年来"),
    ("周六票房2万元，不日将超过8万元，周日预计再收1万元。",       "1万元",    "周日"),
]

SPEAKERS = [
    ("据县农业农村局统计，秋粮总产8.7万吨。", "县农业农村局"),
    ("站长马成山介绍，今年接种疫苗2万剂。",   "站长马成山"),
    ("省气象台3日称，全省平均降水12毫米。",   "省气象台"),
    ("县农业农村局副局长周敏5日在会上介绍说，秋粮总产8.7万吨。", "县农业农村局副局长周敏"),
    ("“一亩能收9000元。”村民何大山说。",      "村民何大山"),
    ("据省统计局数据，秋粮总产8.7万吨。",     "省统计局"),
    ("省统计局最新数据显示，秋粮总产8.7万吨。", "省统计局"),
    ("县医保局消息，全县参保31万人。",         "县医保局"),
    ("记者今天从县粮食局获悉，秋粮总产8.7万吨。", "县粮食局"),
    ("根据县统计局的数字，秋粮总产8.7万吨。", "县统计局"),
    ("经县旅游数据中心测算，游客达9万人次。", "县旅游数据中心"),
    ("县气象局提醒，今晚降水30毫米。",        "县气象局"),
    ("省防汛办公室5日通报称，转移群众4000人。", "省防汛办公室"),
    ("第二大在野党领袖何大山也表示，支持率为31%。", "第二大在野党领袖何大山"),
    ("所以说，秋粮总产8.7万吨不算多。",       None),
    ("数据显示，秋粮总产8.7万吨。",           None),
    ("有消息称，秋粮总产8.7万吨。",           None),
    ("秋粮总产8.7万吨。",                     None),
]
# fmt: on


@pytest.mark.parametrize(("printed", "quote", "subject"), SUBJECTS)
def test_subject(printed: str, quote: str, subject: str | None) -> None:
    assert fact(printed, quote).subject == subject


@pytest.mark.parametrize(("printed", "quote", "direction"), DIRECTIONS)
def test_direction(printed: str, quote: str, direction: str | None) -> None:
    assert fact(printed, quote).direction == direction


@pytest.mark.parametrize(("printed", "quote", "baseline"), BASELINES)
def test_baseline(printed: str, quote: str, baseline: str | None) -> None:
    assert fact(printed, quote).baseline == baseline


@pytest.mark.parametrize(("printed", "quote", "days"), COMPARED_DAYS)
def test_days_of_a_baseline(printed: str, quote: str, days: tuple[str, str] | None) -> None:
    [found] = [fact for fact in find_facts(printed, date="2025-11-20") if fact.quote == quote]
    then = found.baseline_time
    assert (then and (then.from_, then.to)) == days


@pytest.mark.parametrize(("printed", "quote", "qualifier"), QUALIFIERS)
def test_qualifier(printed: str, quote: str, qualifier: str | None) -> None:
    assert fact(printed, quote).qualifier == qualifier


@pytest.mark.parametrize(("printed", "quote", "whole"), WHOLES)
def test_whole_of_a_share(printed: str, quote: str, whole: str | None) -> None:
    assert fact(printed, quote).of == whole


@pytest.mark.parametrize(("printed", "quote", "time"), TIMES)
def test_time(printed: str, quote: str, time: str) -> None:
    found = fact(printed, quote).time
    assert found is not None
    assert found.text == time


@pytest.mark.parametrize(("printed", "speaker"), SPEAKERS)
def test_speaker(printed: str, speaker: str | None) -> None:
    assert find_facts(printed)[-1].speaker == speaker


def test_time_and_subject_stay_in_their_paragraph() -> None:
    [_, second] = find_facts("2022年植树5万株。\n又植3万株。")
    assert second.time is None


def test_the_two_ends_of_a_change_name_each_other() -> None:
    start, end = find_facts("危化品企业由47家减至19家。")
    assert start.change == end.change
    assert end.change is not None
    assert (end.change.from_, end.change.to) == (start.id, end.id)
    assert (start.direction, end.direction) == (None, "down")


# fmt: off
CHANGES = [
    # as printed                                               starts from  arrives at
    ("茶园由2019年底的5家，发展到今年6月的9家。",              "5家",       "9家"),
    ("全县排名从全省第9位上升到第4位。",                        "第9位",     "第4位"),
    ("单机容量从最初的2兆瓦增大到如今的16兆瓦。",               "2兆瓦",     "16兆瓦"),
    ("产值达到30亿元，比上年的25亿元增加5亿元。",               "25亿元",    "30亿元"),
]
# fmt: on


@pytest.mark.parametrize(("printed", "start", "end"), CHANGES)
def test_change(printed: str, start: str, end: str) -> None:
    link = fact(printed, end).change
    assert link is not None
    assert fact(printed, start).change == link
    assert (link.from_, link.to) == (fact(printed, start).id, fact(printed, end).id)


def test_a_place_holds_until_another_is_named_but_not_one_that_is_dealt_with() -> None:
    [found] = analyse(
        parse_edition("# 海门茶叶出海\n\n安溪县茶园面积60万亩。对美国出口茶叶3万吨。\n")
    ).articles
    names = {place.id: place.quote for place in found.places}
    assert [names.get(fact.place or 0) for fact in found.facts] == ["安溪县", "安溪县"]


@pytest.mark.parametrize(
    ("printed", "where"),
    [
        ("江苏、安徽和河南三省共出动农机5万台。", None),
        ("石家庄至保定的列车每天开行40列。", None),
        ("在江西九江、赣州两地，受灾群众有600人。", "江西"),
        ("江苏、安徽先行，河南出动农机5万台。", "河南"),
        ("在江苏，“扬州—泰州”专线开通，运力达5万吨。", "江苏"),
        ("据日本媒体报道，石川县有7人受伤。", "石川县"),
        ("中国足球彩票本期售出5万注。", None),
        ("新线途经甘肃，止于湖南衡阳，全长1600公里。", None),
        ("浙江杭州的茶园里，工人正忙。每天采茶300公斤。", "杭州"),
        ("美国将向盟友增兵。新一轮谈判有10多场。", None),
        ("它是有影响力的中国新品牌。门店共有5000家。", None),
    ],
)
def test_no_member_of_a_list_or_route_is_where_a_figure_holds(printed: str, where: str | None) -> None:
    [found] = analyse(parse_edition(f"# 各地简讯\n\n{printed}\n")).articles
    names = {place.id: place.quote for place in found.places}
    assert names.get(found.facts[-1].place or 0) == where


@pytest.mark.parametrize(
    ("printed", "when"),
    [
        ("今年前三季度，产值增长4%。出口增长3%。", "今年前三季度"),
        ("9月16日，新馆开门。馆内藏书12万册。", None),
        ("9月16日，新馆接待读者900人。其中，学生300人。", "9月16日"),
        ("截至9月底，全县有茶园4万亩。加工厂20家。", None),
        ("2022年修路15公里。这座桥用了3年。", None),
        ("首批住房已于10月底交付。二期投资3亿元。", None),
        ("2022年修路15公里。村里变了样。人人高兴。家家欢喜。全村有鱼塘30亩。", None),
    ],
)
def test_a_period_frames_the_sentences_behind_and_a_day_does_not(printed: str, when: str | None) -> None:
    last = find_facts(printed)[-1]
    assert (last.time and last.time.text) == when


def test_a_time_since_when_something_goes_on_begins_with_its_date_and_stays_open() -> None:
    [found] = find_facts("自2021年新馆开放以来，接待读者90万人次。")
    assert found.time is not None
    assert (found.time.from_, found.time.to) == ("2021-01-01", None)


def test_the_time_before_a_list_of_paragraphs_holds_in_each() -> None:
    text = "2023年，全县各项事业进步。\n——农业增效。造林5万亩。\n——交通改善。修路15公里。\n县长参加了会议，共40人到场。"
    assert [found.time and found.time.text for found in find_facts(text)] == ["2023年", "2023年", None]


@pytest.mark.parametrize(
    ("word", "direction"), [("增至", "up"), ("降到", "down"), ("达到", None), ("至", None)]
)
def test_arrival(word: str, direction: str | None) -> None:
    assert changed_to(word) == direction


def test_levels_have_no_direction() -> None:
    assert direction_of("达到") is None


@given(
    st.lists(
        st.sampled_from(
            "产值 增长 由 从 较 2020年 5% 和 分别 、 ， 增至 3亿元 其中 占 的 比重 “ ” （ ） 人 12个 企业".split()
        )
    )
)
def test_any_order_of_words_is_read(words: list[str]) -> None:
    text = "".join(words)
    for found in find_facts(text):
        assert text[found.start : found.end] == found.quote
        assert found.subject is None or found.subject in text
        assert found.baseline is None or found.baseline in text
        assert found.of is None or found.of in text


@given(
    st.text(alphabet="同比环上年去前末底周月季度期日0123五十", max_size=8),
    st.dates(),
    st.dates(),
)
def test_days_before_are_days_whatever_is_compared(baseline: str, first: dt.date, last: dt.date) -> None:
    own = Time("now", min(first, last).isoformat(), max(first, last).isoformat())
    then = baseline_time(baseline, own, ())
    if then is not None:
        assert then.text == baseline
        assert then.from_ is not None
        assert then.to is not None
        assert dt.date.fromisoformat(then.from_) <= dt.date.fromisoformat(then.to)


def test_a_blank_parts_clauses_in_a_headline() -> None:
    page = "# 厂房扩建提速 全区投产企业突破四十六家\n\n本报讯 昨天，园区又有一家企业点火试车。\n"
    [article] = analyse(parse_edition(page)).articles
    assert article.facts[0].subject == "全区投产企业"


@pytest.mark.parametrize(
    "verb",
    ["表示", "介绍", "指出", "透露", "坦言", "说", "称", "认为", "强调", "宣布", "预计", "提醒", "介绍说"],
)
@pytest.mark.parametrize("mark", "，：,:")
def test_every_verb_of_saying_tells_who_speaks(verb: str, mark: str) -> None:
    assert find_speaker(f"局长马成山{verb}{mark}今年增产5%。") == "局长马成山"


@pytest.mark.parametrize("shown", ["数据显示", "调查表明", "最新统计", "消息"])
def test_every_word_of_showing_tells_who_speaks(shown: str) -> None:
    assert find_speaker(f"市统计局{shown}，今年增产5%。") == "市统计局"
