namespace Jizhou.Public.Api.Places.Import;

/// <summary>Which column means what, by headers that districts and other cities use.</summary>
public static class Header
{
    private static readonly string[] Lng =
        ["lng", "lon", "long", "longitude", "x", "x坐标", "x座标", "经度", "东经", "东坐标", "横坐标", "east", "easting", "rechtswert", "ostwert", "laengengrad", "langengrad", "xcoord", "coordx", "coordonneex", "xwgs84", "posx", "pointx"];

    private static readonly string[] Lat =
        ["lat", "latitude", "y", "y坐标", "y座标", "纬度", "北纬", "北坐标", "纵坐标", "north", "northing", "hochwert", "nordwert", "breitengrad", "ycoord", "coordy", "coordonneey", "ywgs84", "posy", "pointy"];

    private static readonly string[] Position =
        ["position", "coords", "coordinates", "coordinate", "坐标", "座标", "经纬度", "经度纬度", "点位坐标", "位置坐标", "location", "lnglat", "lonlat", "geometry.coordinates", "geom", "geometry", "thegeom", "wkt", "shape", "point", "geojson", "koordinaten", "loc", "gps"];

    private static readonly string[] LatLng = ["latlng", "latlon", "latlong", "latitudelongitude", "纬经度", "纬度经度", "geopoint2d", "geopoint", "coordonneesgeo"];

    /// <summary>What a file of places can say.</summary>
    public static readonly FieldWords Places = new(new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["id"] = ["id", "编号", "点位编号", "网点编号", "站点编号", "编码", "点位编码", "identifiant", "kennung"],
        ["name"] = ["name", "名称", "点位名称", "站点名称", "网点名称", "回收点名称", "投放点名称", "设施名称", "点名称", "名字", "place", "title", "sitename", "locationname", "stationname", "bezeichnung", "standort", "standortname", "nom", "nomsite", "libelle", "designation", "intitule"],
        ["kind"] = ["kind", "种类", "点位类型", "站点类型", "网点类型", "设施类型", "点位种类", "类型", "类别", "type", "category", "art", "kategorie", "categorie"],
        ["accepts"] = ["accepts", "materials", "material", "品类", "接收品类", "回收品类", "回收种类", "接收种类", "收什么", "可回收物种类", "接收的品类", "回收物品", "回收品种", "投放品类", "waste", "accept", "fraktion", "fraktionen", "wertstoff", "wertstoffe", "abfallart", "abfallarten", "dechets", "typedechets", "flux", "matieres", "wastetypes", "wastetype", "itemsaccepted"],
        ["rejects"] = ["rejects", "不收", "拒收", "拒收品类", "不接收"],
        ["hours"] = ["hours", "openinghours", "开放时间", "营业时间", "投放时间", "服务时间", "时间", "开门时间", "工作时间", "开放时段", "投放时段", "oeffnungszeiten", "offnungszeiten", "horaires", "horaire", "heuresdouverture"],
        ["dates"] = ["dates", "活动日期", "服务日期"],
        ["lunar"] = ["lunar", "农历", "集日", "大集日期", "农历集日"],
        ["township"] = ["township", "乡镇代码", "街道代码", "乡镇街道代码", "镇街代码", "区划代码"],
        ["townshipname"] = ["townshipname", "乡镇", "镇", "街道", "镇街", "乡镇街道", "街道乡镇", "所属乡镇", "所在乡镇", "所属街道", "所属镇街", "乡镇名称", "镇街名称", "属地"],
        ["village"] = ["village", "村代码", "社区代码", "村社区代码", "行政村代码"],
        ["villagename"] = ["villagename", "村", "社区", "村庄", "村居", "行政村", "村社区", "社区村", "村名", "所属村", "所在村", "所属社区", "村或社区", "村名称", "社区名称"],
        ["address"] = ["address", "地址", "详细地址", "具体地址", "具体位置", "位置", "地点", "details", "addr", "streetaddress", "adresse", "anschrift", "strasse", "rue", "voie", "设置地点", "所在位置", "点位地址"],
        ["lng"] = Lng, ["lat"] = Lat, ["position"] = Position, ["latlng"] = LatLng,
        ["phone"] = ["phone", "电话", "联系电话", "tel", "telephone", "telefon", "phonenumber"],
        ["operator"] = ["operator", "运营单位", "管理单位", "责任单位", "运营企业", "回收企业", "运营主体", "betreiber", "exploitant", "gestionnaire"],
        ["setting"] = ["setting", "场所", "设置场所", "所在场所"],
        ["level"] = ["level", "级别", "层级", "网点级别"],
        ["audience"] = ["audience", "服务对象", "对象", "面向对象"],
        ["dualnetwork"] = ["dualnetwork", "两网融合", "是否两网融合"],
        ["appointmentonly"] = ["appointmentonly", "需预约", "是否预约", "是否需要预约", "预约"],
        ["pays"] = ["pays", "有偿", "是否有偿", "有偿回收"],
        ["stepfree"] = ["stepfree", "无障碍", "无台阶"],
        ["access"] = ["access", "备注", "说明", "怎么进", "进入说明", "notes", "note", "remark", "remarks", "bemerkung", "remarque", "commentaire"],
        ["source"] = ["source", "来源", "数据来源", "quelle"],
        ["licence"] = ["licence", "license", "许可", "许可协议", "lizenz"],
        ["lastverified"] = ["lastverified", "核实日期", "核实时间", "更新日期", "核查日期"],
        ["verifiedby"] = ["verifiedby", "核实人", "核查人"],
        ["illustrative"] = ["illustrative", "位置示意"],
        ["sample"] = ["sample", "示例"],
    });

    /// <summary>What a file of villages and townships can say (<c>import villages</c>).</summary>
    public static readonly FieldWords Areas = new(new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["code"] = ["code", "代码", "区划代码", "统计用区划代码", "统计代码", "行政区划代码", "村代码", "社区代码", "村社区代码", "行政村代码", "乡镇代码", "编码", "id"],
        ["name"] = ["name", "名称", "村名", "村名称", "村", "社区", "村庄", "行政村", "村社区", "村或社区", "社区名称", "村居", "小区", "village", "villagename"],
        ["townshipname"] = ["townshipname", "township", "乡镇", "镇", "街道", "镇街", "乡镇街道", "所属乡镇", "所在乡镇", "乡镇名称", "属地"],
        ["lng"] = Lng, ["lat"] = Lat, ["position"] = Position, ["latlng"] = LatLng,
        ["area"] = ["area", "areakm2", "km2", "面积", "占地面积", "土地面积", "行政区域面积", "辖区面积"],
        ["population"] = ["population", "people", "人口", "常住人口", "户籍人口", "人口数", "总人口", "人数"],
        ["source"] = ["source", "来源", "数据来源"],
    });
}
