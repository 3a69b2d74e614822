#include "output.hpp"
#include "write_network.hpp"

#include <lotse/base/number.hpp>
#include <lotse/model/synthetic.hpp>

#include <algorithm>

namespace lotse::driver {
namespace {

Status check_limit(const Call& call, const SyntheticSize& size) {
    const auto limits = limits_of(call);
    if (!limits) return limits.error();
    const auto actors = expected_actors(size);
    if (!actors) return actors.error();
    if (*actors > static_cast<std::size_t>(limits->actors))
        return io::limit_error("actors", limits->actors, call.arguments.front());
    return std::monostate{};
}

void say_what_is_there(const Call& call, const Network& network) {
    const auto count = [&](std::size_t n) {
        return grouped_text(static_cast<std::int64_t>(n), call.language);
    };
    say("lotse: " + message({"Synthetisches Netz geschrieben. Akteure: {}, Beziehungen: {}, "
                             "Angebote: {}. Nichts davon gibt es; nur die Kreise, ihre Einwohner "
                             "und Nachbarn sind echt.",
                             "synthetic network written. Actors: {}, ties: {}, offers: {}. None of "
                             "it exists; only the Kreise, their inhabitants and neighbours are "
                             "real."},
                            {count(network.actors().size()), count(network.ties().size()),
                             count(network.offers().size())})
                        .in(call.language));
}

Result<ExitCode> run(const Call& call) {
    const auto target = path_of(call.arguments.front());
    const auto size = parse_options<SyntheticSize>(call.options);
    if (!size) return size.error();
    if (const auto form = io::find_export_form(target, call.option("as")); !form)
        return form.error();
    if (const auto allowed = check_limit(call, *size); !allowed) return allowed.error();
    auto made = synthetic_network(*size, call.language);
    if (!made) return made.error();
    const auto network =
        std::make_shared<const Network>(std::move(made->info), std::move(made->tables));
    const io::OutputRules rules = output_rules(call, {});
    if (const auto written = write_network(call, network, target, rules); !written)
        return written.error();
    if (!call.has("quiet")) say_what_is_there(call, *network);
    return ExitCode::done;
}

}  // namespace

Command generate_command() {
    std::vector<OptionInfo> options = option_infos<SyntheticSize>();
    std::ranges::copy(form_options(), std::back_inserter(options));
    return {"generate",
            data_group,
            {"erfundenes Netz einer gewählten Größe", "invented network of a chosen size"},
            Text{"Schreibt ein synthetisches Netz zum Ausprobieren und Messen: so viele Kreise, "
                 "wie --areas sagt, mit erfundenen Akteuren, Beziehungen und Angeboten in der Form "
                 "erhobener Netze. Nur die Kreise, ihre Einwohner und Nachbarn sind echt; Titel, "
                 "Namen und Quelle sagen, dass alles andere erfunden ist. Gleiche Zahlen ergeben "
                 "dasselbe Netz, Byte für Byte. Formen des Ziels wie bei convert.",
                 "Writes a synthetic network for trying out and measuring: as many Kreise as "
                 "--areas says, with invented actors, ties and offers in the shape of recorded "
                 "networks. Only the Kreise, their inhabitants and neighbours are real; title, "
                 "names and source say that everything else is invented. The same numbers give the "
                 "same network, byte by byte. Forms of the target as with convert."},
            {{{"ZIEL", "TARGET"},
              {"Ordner oder Datei (.json, .xlsx, .graphml …)",
               "folder or file (.json, .xlsx, .graphml ...)"}}},
            std::move(options),
            run};
}

}  // namespace lotse::driver
