package org.ringside.demo.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Invented names as a Chinese floor has them, a few of them English or mixed; none twice. */
final class PersonNames {
  private static final List<String> SURNAMES =
      List.of(
          "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭",
          "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅",
          "沈", "曾", "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "余", "潘", "欧阳",
          "上官", "司徒");
  private static final List<String> FIRST =
      List.of(
          "子", "雨", "思", "佳", "欣", "梓", "晓", "嘉", "雅", "文", "俊", "志", "浩", "明", "海", "天", "若", "静",
          "婉", "诗", "一", "宇", "泽", "瑞", "安", "清", "云", "心", "美", "建", "国", "秀", "丽", "永", "春", "书");
  private static final List<String> LAST =
      List.of(
          "涵", "轩", "怡", "婷", "琪", "萱", "然", "杰", "豪", "强", "伟", "敏", "娜", "霞", "玲", "芳", "燕", "磊",
          "鹏", "宁", "妍", "彤", "瑶", "晨", "阳", "辰", "航", "凯", "博", "锐", "岚", "菲", "蕾", "梅", "兰", "华");
  private static final List<String> ENGLISH =
      List.of(
          "Amy", "Kevin", "Grace", "Leo", "Vivian", "Jason", "Cindy", "Tony", "Ivy", "Ryan",
          "Doris", "Eric", "Zoe", "Owen", "Lily", "Max");
  private static final List<String> LATIN_SURNAMES =
      List.of("Zhang", "Liu", "Chen", "Wang", "Lin", "Huang", "Wu", "Zhou", "Xu", "Sun");

  private final Set<String> taken = new HashSet<>();

  /** The next name that nobody has yet; a common one may need several tries. */
  String next(Chance chance) {
    String name = draw(chance);
    for (int tries = 0; !taken.add(name); tries++) {
      name = tries < 20 ? draw(chance) : draw(chance) + (taken.size() + 1);
    }
    return name;
  }

  private static String draw(Chance chance) {
    double style = chance.between(0, 1);
    if (style < 0.03) {
      return chance.oneOf(ENGLISH) + " " + chance.oneOf(LATIN_SURNAMES);
    }
    if (style < 0.07) {
      return chance.oneOf(ENGLISH) + chance.oneOf(SURNAMES);
    }
    String surname = chance.oneOf(SURNAMES);
    return style < 0.25
        ? surname + chance.oneOf(LAST)
        : surname + chance.oneOf(FIRST) + chance.oneOf(LAST);
  }
}
