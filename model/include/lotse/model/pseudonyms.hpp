/// Pseudonyms: A1, O1, V1 ... in place of the keys and names of a network.
#ifndef LOTSE_MODEL_PSEUDONYMS_HPP
#define LOTSE_MODEL_PSEUDONYMS_HPP

#include <lotse/model/network.hpp>

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace lotse {

/// Names for the rows of one or more networks; a row of the same key in several networks gets the
/// same one. Actors (organisations, bodies, agreements, programmes, events) become A1, A2 ...,
/// offers O, venues V, own areas G, sources S. They are numbered in the order of the SHA-256 of
/// their keys: the same keys give the same numbers, and the order tells nothing of the alphabet.
///
/// A pseudonym is no anonymity: kinds, official areas, ties and figures stay, and by them an
/// organisation may be recognised.
class Pseudonyms {
public:
    /// O(n log n) in the number of rows.
    explicit Pseudonyms(std::span<const Network* const> networks);

    /// The network under other names. Keys and names are replaced; short names, aliases, websites,
    /// mailboxes, coordinates, notes, next steps, foreign columns and every other free text are
    /// dropped. Codes that no list knows or that name something are numbered within their list, as
    /// keys are (topics X-T1, X-T2 ...), and described in the `codes` table; own codes lose their
    /// labels. Official area keys stay, with the official name. A licence in free words becomes
    /// "nur intern". `title` names the network.
    Network apply(const Network& network, std::string_view title) const;

    /// The pseudonym of an actor or, if there is no such actor, an offer; else the key itself. A
    /// tie "FROM>TO:KIND" is renamed at both ends.
    std::string of_actor(std::string_view key) const;
    /// The pseudonym of an offer; else the key itself.
    std::string of_offer(std::string_view key) const;
    /// The pseudonym of an own area; an official key stays.
    std::string of_area(std::string_view key) const;

private:
    using Names = std::map<std::string, std::string, std::less<>>;

    template <class Row>
    void rename(Row& row) const;
    void rename_codes(NetworkTables& tables) const;
    void hide_codes(std::span<const Network* const> networks, std::vector<OwnCode> own);
    std::string of_code(std::string_view list, std::string_view code) const;
    std::string of_rule(std::string_view rule, const Codebook& codes) const;
    bool names_something(std::string_view text) const;

    Names actors_;
    Names offers_;
    Names venues_;
    Names areas_;
    Names sources_;
    std::map<std::string, Names, std::less<>> codes_;  ///< of each list those that are not shown
    std::vector<std::string> originals_;  ///< keys, names, short names and aliases, for comparison
};

}  // namespace lotse

#endif
