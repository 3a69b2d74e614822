#include <lotse/base/number.hpp>
#include <lotse/model/network.hpp>

namespace lotse {
namespace {

// The text of a field as CSV has it, kept in `room` where the field itself is no text. Empty:
// nothing is recorded.

std::string_view text_of(const std::string& v, std::string&) {
    return v;
}
std::string_view text_of(std::int64_t v, std::string& room) {
    return room = std::to_string(v);
}
std::string_view text_of(double v, std::string& room) {
    return room = unambiguous_text(v);
}
std::string_view text_of(const PartialDate& v, std::string& room) {
    return room = to_string(v);
}
std::string_view text_of(ThreeValued v, std::string&) {
    return v == ThreeValued::unknown ? std::string_view{} : enumerator(v).key;
}
template <Enumerated E>
std::string_view text_of(E v, std::string&) {
    return enumerator(v).key;
}
template <class Entity>
std::string_view text_of(const Ref<Entity>& v, std::string&) {
    return v.key;
}
template <class Member, class Text>
std::string_view joined(const std::vector<Member>& list, std::string& room, Text&& text) {
    room.clear();
    for (const Member& member : list) {
        if (!room.empty()) room += '|';
        room += text(member);
    }
    return room;
}
std::string_view text_of(const std::vector<std::string>& v, std::string& room) {
    return joined(v, room, [](const std::string& member) -> std::string_view { return member; });
}
template <class Entity>
std::string_view text_of(const std::vector<Ref<Entity>>& v, std::string& room) {
    return joined(v, room, [](const auto& ref) -> std::string_view { return ref.key; });
}
template <class T>
std::string_view text_of(const std::optional<T>& v, std::string& room) {
    return v ? text_of(*v, room) : std::string_view{};
}

}  // namespace

template <class Row>
void for_each_cell(const Row& row, FunctionRef<void(std::string_view, Value)> visit) {
    for_each_column<Row>([&](const auto& column) {
        if (Value v = cell_value(row, column); v.index() != 0) visit(column.key, std::move(v));
    });
    for (const auto& [name, text] : row.extra)
        if (!text.empty()) visit(name, text);
}

template <class Row>
void for_each_cell_text(const Row& row,
                        FunctionRef<void(std::string_view, std::string_view)> visit) {
    std::string room;
    for_each_column<Row>([&](const auto& column) {
        const std::string_view text = text_of(row.*column.member, room);
        if (!text.empty()) visit(column.key, text);
    });
    for (const auto& [name, text] : row.extra)
        if (!text.empty()) visit(name, text);
}

template void for_each_cell(const Actor&, FunctionRef<void(std::string_view, Value)>);
template void for_each_cell_text(const Actor&,
                                 FunctionRef<void(std::string_view, std::string_view)>);
template void for_each_cell(const Tie&, FunctionRef<void(std::string_view, Value)>);
template void for_each_cell_text(const Tie&, FunctionRef<void(std::string_view, std::string_view)>);
template void for_each_cell(const Offer&, FunctionRef<void(std::string_view, Value)>);
template void for_each_cell_text(const Offer&,
                                 FunctionRef<void(std::string_view, std::string_view)>);
template void for_each_cell(const Venue&, FunctionRef<void(std::string_view, Value)>);
template void for_each_cell_text(const Venue&,
                                 FunctionRef<void(std::string_view, std::string_view)>);
template void for_each_cell(const Area&, FunctionRef<void(std::string_view, Value)>);
template void for_each_cell_text(const Area&,
                                 FunctionRef<void(std::string_view, std::string_view)>);
template void for_each_cell(const Contact&, FunctionRef<void(std::string_view, Value)>);
template void for_each_cell_text(const Contact&,
                                 FunctionRef<void(std::string_view, std::string_view)>);
template void for_each_cell(const AgendaItem&, FunctionRef<void(std::string_view, Value)>);
template void for_each_cell_text(const AgendaItem&,
                                 FunctionRef<void(std::string_view, std::string_view)>);
template void for_each_cell(const Finding&, FunctionRef<void(std::string_view, Value)>);
template void for_each_cell_text(const Finding&,
                                 FunctionRef<void(std::string_view, std::string_view)>);
template void for_each_cell(const PersonNeed&, FunctionRef<void(std::string_view, Value)>);
template void for_each_cell_text(const PersonNeed&,
                                 FunctionRef<void(std::string_view, std::string_view)>);
template void for_each_cell(const Travel&, FunctionRef<void(std::string_view, Value)>);
template void for_each_cell_text(const Travel&,
                                 FunctionRef<void(std::string_view, std::string_view)>);
template void for_each_cell(const Source&, FunctionRef<void(std::string_view, Value)>);
template void for_each_cell_text(const Source&,
                                 FunctionRef<void(std::string_view, std::string_view)>);
template void for_each_cell(const OwnCode&, FunctionRef<void(std::string_view, Value)>);
template void for_each_cell_text(const OwnCode&,
                                 FunctionRef<void(std::string_view, std::string_view)>);

}  // namespace lotse
