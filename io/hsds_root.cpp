#include "hsds.hpp"
#include "hsds_rows.hpp"
#include "json.hpp"

namespace lotse::io::hsds {
namespace {

/// What the root is like, without reading it in full.
class RootScan final : public JsonVisitor {
public:
    void scalar(JsonType, std::string_view, JsonPlace) override {}
    void begin(JsonType type, JsonPlace) override {
        if (++depth_ == 1 && type == JsonType::list) in_list_ = true;
    }
    void end(JsonType) override { --depth_; }
    void member(std::string_view name, JsonPlace) override {
        if (depth_ == (in_list_ ? 2 : 1)) look_at(name);
    }
    std::optional<JsonProblem> problem() override {
        if (!decided_) return std::nullopt;
        return JsonProblem{JsonProblem::Kind::content, {}, 0, {}, {}};
    }
    bool is_hsds() const { return hsds_ || (has_id_ && has_name_); }

private:
    void look_at(std::string_view name) {
        if (!in_list_ && (name == "lotse" || name == "tables")) {
            decided_ = true;
            hsds_ = has_id_ = false;
        }
        has_id_ = has_id_ || name == "id";
        has_name_ = has_name_ || name == "name";
        const auto table = resource_name(name);
        hsds_ = hsds_ || table == "organization" || table == "service" || table == "location" ||
                name == own_network || is_page_list(name);
    }

    int depth_ = 0;
    bool in_list_ = false;
    bool decided_ = false;
    bool hsds_ = false;
    bool has_id_ = false;
    bool has_name_ = false;
};

}  // namespace

bool is_hsds_json(std::string_view text, const Limits& limits) {
    RootScan scan;
    visit_json(text, limits, scan);
    return scan.is_hsds();
}

}  // namespace lotse::io::hsds
