#include "name_panel.hpp"

#include <algorithm>
#include <cmath>

namespace lotse::viz {
namespace {

constexpr double wanted_aspect = 1.3;
constexpr std::size_t most_columns = 8;

/// Boxes one below the other in columns of at most `height_pt`.
NamePanel stacked(const std::vector<NameBox>& boxes, double height_pt, double gap_pt) {
    NamePanel panel;
    panel.boxes = boxes;
    std::size_t first = 0;
    double left = 0, top = 0;
    int widest = 0;
    const auto end_column = [&](std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            panel.boxes[i].width_pt = widest;
            panel.centres[i].x = left + widest / 2.0;
        }
        left += widest + gap_pt;
        first = last;
        top = 0;
        widest = 0;
    };
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const double height = boxes[i].height_pt;
        if (top > 0 && top + height > height_pt) {
            end_column(i);
            ++panel.columns;
        }
        panel.centres.push_back({0, top + height / 2});
        top += height + gap_pt;
        widest = std::max(widest, boxes[i].width_pt);
        panel.height_pt = std::max(panel.height_pt, top - gap_pt);
    }
    end_column(boxes.size());
    panel.width_pt = left - gap_pt;
    return panel;
}

/// In so many columns, as low as possible.
NamePanel lowest(const std::vector<NameBox>& boxes, std::size_t columns, double gap_pt) {
    double low = 0, high = gap_pt;
    for (const NameBox& box : boxes) high += box.height_pt + gap_pt;
    while (high - low > 1) {
        const double middle = (low + high) / 2;
        (stacked(boxes, middle, gap_pt).columns <= columns ? high : low) = middle;
    }
    return stacked(boxes, high, gap_pt);
}

}  // namespace

std::vector<std::vector<std::size_t>> near_groups(const std::vector<Point>& points,
                                                  double radius_pt) {
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto near = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
            return distance(points[group.front()], points[i]) <= radius_pt;
        });
        if (near == groups.end())
            groups.push_back({i});
        else
            near->push_back(i);
    }
    return groups;
}

std::vector<NamePanel> name_panels(const std::vector<std::size_t>& items,
                                   const std::vector<NameBox>& boxes, double gap_pt) {
    std::vector<NamePanel> panels;
    for (std::size_t columns = 1; columns <= std::min(boxes.size(), most_columns); ++columns) {
        NamePanel panel = lowest(boxes, columns, gap_pt);
        if (!panels.empty() && panels.back().height_pt == panel.height_pt) continue;
        panel.items = items;
        panels.push_back(std::move(panel));
    }
    const auto off = [](const NamePanel& panel) {
        return std::abs(std::log(panel.width_pt / panel.height_pt / wanted_aspect));
    };
    std::stable_sort(panels.begin(), panels.end(),
                     [&](const NamePanel& a, const NamePanel& b) { return off(a) < off(b); });
    return panels;
}

}  // namespace lotse::viz
