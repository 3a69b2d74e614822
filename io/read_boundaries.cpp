#include <lotse/io/read_boundaries.hpp>

#include <lotse/base/issue.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

#include "json.hpp"
#include "text_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace lotse::io {
namespace {

namespace fs = std::filesystem;

/// Properties that hold the key of an area, as match keys, the surest first.
constexpr std::array<std::string_view, 7> key_properties{
    "key", "ags", "ars", "rs", "schlüssel", "gemeindeschlüssel", "kreisschlüssel"};

/// A key as in the tables: NFC, the leading zero that a number lost put back.
std::string area_key(std::string_view text) {
    std::string key = unicode::nfc(unicode::trim(text));
    const bool digits = key.find_first_not_of("0123456789") == std::string::npos;
    if (digits && level_of_key(key).empty() && !level_of_key('0' + key).empty())
        key.insert(0, 1, '0');
    return key;
}

bool is_ring(const Ring& ring) {
    constexpr std::size_t fewest = 4;
    return ring.size() >= fewest && ring.front() == ring.back();
}

/// All points lie on one line, or are one.
bool is_flat(const Ring& ring) {
    const auto cross = [&](const Position& a, const Position& b) {
        return (a.lon - ring[0].lon) * (b.lat - ring[0].lat) -
               (a.lat - ring[0].lat) * (b.lon - ring[0].lon);
    };
    const auto other = std::ranges::find_if(ring, [&](const Position& p) { return p != ring[0]; });
    return std::all_of(other, ring.end(), [&](const Position& p) { return cross(*other, p) == 0; });
}

/// Turns the ring so that its signed area has the sign that is asked for.
void turn(Ring& ring, double sign) {
    if (signed_area(ring) * sign < 0) std::ranges::reverse(ring);
}

/// What one feature told, until it ends.
struct Feature {
    std::string key;
    std::size_t key_rank = key_properties.size() + 1;  ///< of the property it came from
    std::string type;
    std::vector<std::vector<Ring>> polygons;
    int height = -1;  ///< of its coordinates
    JsonPlace place;
    bool is_abroad = false;
};

/// Features of which one warning tells.
struct Remarkable {
    int count = 0;
    std::string first_key;
    JsonPlace first_place;

    void add(const Feature& feature) {
        if (count++ > 0) return;
        first_key = feature.key;
        first_place = feature.place;
    }
};

/// Heights in `coordinates`: how deep the lists below a list are nested.
enum Height { unknown = -1, position = 0, ring = 1, polygon = 2, multipolygon = 3 };

class BoundaryReader final : public JsonVisitor {
public:
    Boundaries boundaries;

    void scalar(JsonType type, std::string_view text, JsonPlace place) override {
        if (is_entry())
            fail(place,
                 message({"features: „{}“ ist kein Gebiet. Hier wird ein Objekt "
                          "{\"type\": \"Feature\", …} erwartet.",
                          "features: '{}' is no area. An object {\"type\": \"Feature\", ...} "
                          "is expected here."},
                         {type == JsonType::null ? "null" : text}));
        else if (frames_.size() == 1 && member_ == "features")
            fail_features(place);
        else if (in_coordinates())
            add_number(type, text, place);
        else if (frames_.size() == 1 && member_ == "type")
            is_collection_ = text == "FeatureCollection";
        else if (frames_.size() == 1 && member_ == "attribution")
            attribution_ = clean_label(text).value_or("");
        else if (frames_.size() == 1 && member_ == "license")
            license_ = clean_label(text).value_or("");
        else if (frames_.size() == feature_depth && is_feature() && member_ == "id")
            offer_key(type, text, key_properties.size());
        else if (frames_.size() == feature_depth + 1 && frames_.back().name == "properties")
            offer_property(type, text);
        else if (frames_.size() == feature_depth + 1 && frames_.back().name == "geometry" &&
                 member_ == "type")
            feature_.type = text;
    }

    void begin(JsonType type, JsonPlace place) override {
        if (frames_.size() == 1 && member_ == "features") {
            has_features_ = type == JsonType::list;
            if (!has_features_) fail_features(place);
        }
        if (is_entry() && type != JsonType::object) fail_features(place);
        frames_.push_back({std::move(member_), unknown});
        member_.clear();
        if (frames_.size() == feature_depth && is_feature()) {
            feature_ = {};
            feature_.place = place;
        }
        if (in_coordinates() && type != JsonType::list) fail_geometry(place);
    }

    void end(JsonType) override {
        if (in_coordinates()) end_list();
        if (frames_.size() == feature_depth && is_feature()) end_feature();
        frames_.pop_back();
    }

    void member(std::string_view name, JsonPlace) override { member_ = name; }

    std::optional<JsonProblem> problem() override { return std::move(problem_); }

    /// After the whole text.
    std::optional<JsonProblem> finish() {
        if (!is_collection_)
            fail({}, Text{"Das ist keine FeatureCollection (GeoJSON, RFC 7946).",
                          "This is no FeatureCollection (GeoJSON, RFC 7946)."});
        else if (!has_features_)
            fail_features({1, 1});
        for (auto& [key, boundary] : boundaries) {
            boundary.attribution = attribution_;
            boundary.license = license_;
        }
        return std::move(problem_);
    }

    std::vector<Issue> warnings(const std::string& file) const {
        std::vector<Issue> out;
        const auto warn = [&](const Remarkable& features, std::string_view code, Text words) {
            if (features.count == 0) return;
            out.push_back({Severity::warning,
                           code,
                           {file, {}, features.first_place.line, features.first_place.column},
                           message(words, {features.first_key, std::to_string(features.count)})});
        };
        warn(shared_key_, "shared-key",
             {"„{}“ ist auch der Schlüssel einer früheren Fläche; beide gelten als Teile eines "
              "Gebiets (Anzahl solcher Flächen: {}).",
              "'{}' is the key of an earlier feature, too; both count as parts of one area (number "
              "of such features: {})."});
        warn(abroad_, "outside-germany",
             {"„{}“ liegt außerhalb von Deutschland (Länge 5 bis 16, Breite 47 bis 56). Sind Länge "
              "und Breite vertauscht? (Anzahl solcher Flächen: {})",
              "'{}' lies outside of Germany (longitude 5 to 16, latitude 47 to 56). Are longitude "
              "and latitude swapped? (number of such features: {})"});
        warn(flat_, "empty-boundary",
             {"Die Grenze von „{}“ umschließt keine Fläche (alle Punkte gleich oder auf einer "
              "Linie); auf der Karte fehlt sie (Anzahl solcher Flächen: {}).",
              "The boundary of '{}' encloses no area (all points the same or on one line); it is "
              "missing on the map (number of such features: {})."});
        if (boundaries.empty())
            out.push_back({Severity::warning,
                           "no-boundaries",
                           {file, {}, 0, 0},
                           Text{"Die Datei enthält keine Grenze (features ist leer).",
                                "The file holds no boundary (features is empty)."}});
        return out;
    }

private:
    struct Frame {
        std::string name;  ///< of the member that holds it
        int height;
    };
    /// The collection, its list of features, the feature.
    static constexpr std::size_t feature_depth = 3;

    /// What comes next stands in the list of features itself.
    bool is_entry() const { return frames_.size() == feature_depth - 1 && is_feature(); }
    bool is_feature() const { return frames_[1].name == "features"; }
    bool in_coordinates() const {
        return frames_.size() > feature_depth + 1 && is_feature() &&
               frames_[feature_depth].name == "geometry" &&
               frames_[feature_depth + 1].name == "coordinates";
    }

    void fail(JsonPlace place, Message text) {
        if (!problem_)
            problem_ = {JsonProblem::Kind::content, "bad-boundary", 0, place, std::move(text)};
    }
    void fail_features(JsonPlace place) {
        fail(place,
             Text{"features: Hier wird eine Liste von Gebieten [{\"type\": \"Feature\", …}] "
                  "erwartet (GeoJSON, RFC 7946).",
                  "features: a list of areas [{\"type\": \"Feature\", ...}] is expected here "
                  "(GeoJSON, RFC 7946)."});
    }
    void fail_geometry(JsonPlace place) {
        fail(place, Text{"Die Koordinaten sind kein Polygon oder MultiPolygon nach RFC 7946: "
                         "geschlossene Ringe aus mindestens vier Positionen.",
                         "The coordinates are no Polygon or MultiPolygon as in RFC 7946: closed "
                         "rings of at least four positions."});
    }

    void offer_key(JsonType type, std::string_view text, std::size_t rank) {
        if (type != JsonType::string && type != JsonType::number) return;
        if (rank >= feature_.key_rank || text.empty()) return;
        feature_.key = area_key(type == JsonType::number ? decimal_text(text) : std::string{text});
        feature_.key_rank = rank;
    }
    void offer_property(JsonType type, std::string_view text) {
        const auto found = std::ranges::find(key_properties, unicode::match_key(member_));
        if (found != key_properties.end())
            offer_key(type, text, static_cast<std::size_t>(found - key_properties.begin()));
    }

    void add_number(JsonType type, std::string_view text, JsonPlace place) {
        double value = 0;
        if (type == JsonType::number)
            std::from_chars(text.data(), text.data() + text.size(), value);
        if (type != JsonType::number || frames_.back().height > position) fail_geometry(place);
        frames_.back().height = position;
        numbers_.push_back(value);
        place_ = place;
    }

    void end_list() {
        const int height = frames_.back().height;
        if (height == position)
            end_position();
        else if (height == ring)
            rings_.push_back(std::exchange(ring_, {}));
        else if (height == polygon)
            feature_.polygons.push_back(std::exchange(rings_, {}));
        else if (height != multipolygon)
            fail_geometry(place_);
        if (frames_.size() == feature_depth + 2) {
            feature_.height = height;
            return;
        }
        int& outer = frames_[frames_.size() - 2].height;
        if (outer != unknown && outer != height + 1) fail_geometry(place_);
        outer = height + 1;
    }

    void end_position() {
        if (numbers_.size() < 2) return fail_geometry(place_);
        const Position at{numbers_[0], numbers_[1]};
        numbers_.clear();
        constexpr double most_lon = 180;
        constexpr double most_lat = 90;
        if (at.lon < -most_lon || at.lon > most_lon || at.lat < -most_lat || at.lat > most_lat)
            fail(place_,
                 Text{"Die Koordinaten sind keine Grade. Bitte die Grenzen in WGS 84 (EPSG:4326) "
                      "ausgeben, Länge vor Breite.",
                      "The coordinates are no degrees. Export the boundaries in WGS 84 "
                      "(EPSG:4326), longitude before latitude."});
        constexpr double west = 5;  // of Germany, as for the places of actors
        constexpr double east = 16;
        constexpr double south = 47;
        constexpr double north = 56;
        if (at.lon < west || at.lon > east || at.lat < south || at.lat > north)
            feature_.is_abroad = true;
        ring_.push_back(at);
    }

    void end_feature() {
        if (feature_.key.empty())
            fail(feature_.place,
                 Text{"Diesem Gebiet fehlt der Schlüssel: eine Eigenschaft key, AGS oder ARS.",
                      "This area lacks its key: a property key, AGS or ARS."});
        const bool fits = (feature_.type == "Polygon" && feature_.height == polygon) ||
                          (feature_.type == "MultiPolygon" && feature_.height == multipolygon);
        if (!fits) return fail_geometry(feature_.place);
        const auto [found, added] = boundaries.try_emplace(feature_.key);
        Boundary& boundary = found->second;
        if (!added) shared_key_.add(feature_);
        if (feature_.is_abroad) abroad_.add(feature_);
        for (std::vector<Ring>& rings : feature_.polygons) {
            if (!std::ranges::all_of(rings, is_ring)) return fail_geometry(feature_.place);
            if (is_flat(rings[0])) flat_.add(feature_);
            turn(rings[0], 1);
            std::for_each(rings.begin() + 1, rings.end(), [](Ring& hole) { turn(hole, -1); });
            Polygon part{std::move(rings[0]), {}};
            part.holes.assign(std::make_move_iterator(rings.begin() + 1),
                              std::make_move_iterator(rings.end()));
            boundary.polygons.push_back(std::move(part));
        }
    }

    std::vector<Frame> frames_;
    std::string member_;
    Feature feature_;
    Remarkable shared_key_;
    Remarkable abroad_;
    Remarkable flat_;
    std::vector<Ring> rings_;
    Ring ring_;
    std::vector<double> numbers_;
    JsonPlace place_;  ///< of the last number
    bool is_collection_ = false;
    bool has_features_ = false;
    std::string attribution_;
    std::string license_;
    std::optional<JsonProblem> problem_;
};

/// Other forms of maps, by how they begin or end.
bool is_other_map(const fs::path& file, std::string_view bytes) {
    using namespace std::string_view_literals;
    const std::string ending = unicode::match_key(file.extension().string());
    constexpr std::array endings{"gpkg"sv, "shp"sv, "shx"sv, "dbf"sv, "kml"sv,
                                 "kmz"sv,  "gml"sv, "zip"sv, "gdb"sv};
    constexpr std::array marks{"SQLite format 3\0"sv, "\0\0\x27\x0A"sv, "PK\3\4"sv};
    return std::ranges::find(endings, ending) != endings.end() ||
           std::ranges::any_of(marks, [&](auto mark) { return bytes.starts_with(mark); });
}

Error other_map(const fs::path& file) {
    const Issue issue{Severity::error,
                      "bad-boundary",
                      {path_text(file), {}, 0, 0},
                      Text{"Grenzen liest lotse nur als GeoJSON. Bitte die Ebene in QGIS als "
                           "GeoJSON (EPSG:4326) exportieren.",
                           "lotse reads boundaries as GeoJSON only. Export the layer in QGIS as "
                           "GeoJSON (EPSG:4326)."}};
    return {ErrorKind::input,
            Message{to_string(issue, Language::de), to_string(issue, Language::en)}};
}

}  // namespace

Result<BoundaryFile> read_boundaries(const fs::path& file, const Limits& limits) {
    const auto bytes = read_bytes(file, limits);
    if (!bytes) return bytes.error();
    if (is_other_map(file, *bytes)) return other_map(file);
    BoundaryReader reader;
    auto problem = visit_json(*bytes, limits, reader);
    if (!problem) problem = reader.finish();
    if (!problem) {
        std::vector<Issue> warnings = reader.warnings(path_text(file));
        return BoundaryFile{std::move(reader.boundaries), std::move(warnings)};
    }
    const std::string where = path_text(file) + ':' + std::to_string(problem->place.line) + ':' +
                              std::to_string(problem->place.column);
    if (problem->kind == JsonProblem::Kind::limit)
        return limit_error(problem->code, problem->limit, where);
    const Issue issue{Severity::error,
                      problem->code,
                      {path_text(file), {}, problem->place.line, problem->place.column},
                      problem->message};
    return Error{ErrorKind::input,
                 Message{to_string(issue, Language::de), to_string(issue, Language::en)}};
}

}  // namespace lotse::io
