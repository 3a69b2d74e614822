// An analysis of one's own: how many offers each topic has, and how many of them are free of
// charge. What is not recorded is counted as such. Prints the result as text, or as JSON.
//
// usage: own_analysis NETWORK [json]
#include <lotse/analysis/view.hpp>
#include <lotse/io/read_network.hpp>
#include <lotse/io/render.hpp>

#include <cstdio>
#include <map>

using namespace lotse;

namespace {

struct OffersByTopic {
    struct Row {
        Choice topic;
        std::int64_t offers = 0;
        std::int64_t free = 0;
        std::int64_t fee_not_recorded = 0;

        // The one description: headings in both languages, and the keys of CSV and JSON.
        static constexpr auto fields() {
            return std::tuple{
                field("topic", &Row::topic, {"Thema", "Topic"}),
                field("offers", &Row::offers, {"Angebote", "Offers"}),
                field("free", &Row::free, {"kostenfrei", "Free of charge"}),
                field("fee_not_recorded", &Row::fee_not_recorded,
                      {"Kosten nicht erfasst", "Fee not recorded"}),
            };
        }
    };

    struct Findings {
        std::int64_t offers = 0;
        std::vector<Row> topics;

        static constexpr auto fields() {
            return std::tuple{
                field("offers", &Findings::offers, {"Angebote", "Offers"}),
                field("topics", &Findings::topics, {"Themen", "Topics"}),
            };
        }
    };

    static Findings run(const analysis::View& view) {
        const Network& network = *view.network;
        Findings findings;
        std::map<std::string, Row> rows;  // sorted: the same input gives the same bytes
        for (const Offer& offer : network.offers()) {
            ++findings.offers;
            for (const std::string& topic : offer.topics) {
                Row& row = rows[topic];
                row.topic = network.codes().choice("topics", topic);
                ++row.offers;
                if (offer.free == ThreeValued::yes) ++row.free;
                if (offer.free == ThreeValued::unknown) ++row.fee_not_recorded;
            }
        }
        for (const auto& entry : rows) findings.topics.push_back(entry.second);
        return findings;
    }
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: own_analysis NETWORK [json]\n", stderr);
        return 2;
    }
    const auto built = io::read_network(argv[1]);
    if (!built || built->has_errors()) {
        std::fputs("own_analysis: lotse check says what is wrong with this network\n", stderr);
        return 1;
    }
    analysis::View view;
    view.network = std::make_shared<const Network>(built->network);
    const Tabulator tabulator{*view.network};
    Document document = tabulator.document(
        "offers-by-topic", Text{"Angebote je Thema", "Offers by topic"}, OffersByTopic::run(view));
    document.network = view.network->identity();
    document.notes.push_back(Text{"Ein Angebot zählt zu jedem seiner Themen.",
                                  "An offer counts for each of its topics."});
    const bool as_json = argc > 2 && std::string_view{argv[2]} == "json";
    const std::string text =
        as_json ? io::render_json(document, Language::en) : io::render_text(document, Language::en);
    std::fputs(text.c_str(), stdout);
    return 0;
}
