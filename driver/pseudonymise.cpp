#include "pseudonymise.hpp"

#include <lotse/model/pseudonyms.hpp>

#include <array>

namespace lotse::driver {
namespace {

/// Options whose words are keys of the network.
struct KeyOption {
    std::string_view key;
    std::string (Pseudonyms::*rename)(std::string_view) const;
};
constexpr std::array key_options{
    KeyOption{"area", &Pseudonyms::of_area},       KeyOption{"offer", &Pseudonyms::of_offer},
    KeyOption{"without", &Pseudonyms::of_actor},   KeyOption{"with", &Pseudonyms::of_actor},
    KeyOption{"programme", &Pseudonyms::of_actor}, KeyOption{"from", &Pseudonyms::of_actor},
    KeyOption{"to", &Pseudonyms::of_actor},        KeyOption{"fixed", &Pseudonyms::of_actor},
    KeyOption{"actor", &Pseudonyms::of_actor},     KeyOption{"around", &Pseudonyms::of_actor},
};

}  // namespace

OptionInfo pseudonymise_option() {
    return {"pseudonymise",
            {"A1, A2 … statt der Namen, ohne Adressen, genaue Orte und freien Text",
             "A1, A2 ... in place of names, without addresses, exact places and free text"},
            OptionForm::flag,
            "",
            {}};
}

OptionInfo contacts_option() {
    return {"with-contacts",
            {"Funktionspostfächer mitschreiben", "write function mailboxes too"},
            OptionForm::flag,
            "",
            {}};
}

io::Mailboxes mailboxes_of(const Call& call) {
    return call.has("with-contacts") ? io::Mailboxes::include : io::Mailboxes::withhold;
}

void pseudonymise(std::vector<std::shared_ptr<const Network>>& networks, Call& call) {
    if (!call.has("pseudonymise")) return;
    std::vector<const Network*> originals;
    for (const auto& network : networks) originals.push_back(network.get());
    const Pseudonyms pseudonyms{originals};
    for (std::size_t i = 0; i < networks.size(); ++i)
        networks[i] = std::make_shared<const Network>(pseudonyms.apply(
            *networks[i], message({"Netz {} (pseudonymisiert)", "Network {} (pseudonymised)"},
                                  {std::to_string(i + 1)})
                              .in(call.language)));
    for (const KeyOption& option : key_options)
        if (const auto given = call.options.find(option.key); given != call.options.end())
            for (std::string& word : given->second) word = (pseudonyms.*option.rename)(word);
}

}  // namespace lotse::driver
