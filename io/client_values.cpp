#include "client_values.hpp"

#include <lotse/model/privacy.hpp>

namespace lotse::io {

bool refuse_client_value(std::string_view text, const SourcePosition& where,
                         NetworkBuilder& builder) {
    const auto found = privacy::client_value(text);
    if (found)
        builder.report({Severity::error, client_data, where, privacy::value_refusal(*found)});
    return found.has_value();
}

}  // namespace lotse::io
