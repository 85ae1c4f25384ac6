using RevenueModel.Organization;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Rules on lists that several sections state.</summary>
internal static class ListRules
{
    public static void AddTo(CheckList checks, RevenueArchitecture architecture)
    {
        foreach (PublishedPartnerKind kind in architecture.PartnerKinds)
        {
            AddPartners(checks, kind);
        }

        foreach (ListBySection list in architecture.Lists)
        {
            if (list.Lists.Count > 1)
            {
                AddLists(checks, ConsistencyRule.ListBySection, list.Subject, list.Lists, architecture.Citation, []);
            }
        }

        AddDashboards(checks, architecture);
        AddMotions(checks, architecture);
    }

    private static void AddPartners(CheckList checks, PublishedPartnerKind kind)
    {
        PrintedFigure[] counts = kind.CountInName is { } count
            ? [Figures.Printed("number in the name", count, FigureUnit.Number, kind.Citation)]
            : [];
        if (kind.Lists.Count + counts.Length > 1)
        {
            AddLists(checks, ConsistencyRule.PartnerList, kind.Name, kind.Lists, kind.Citation, counts);
        }
    }

    private static void AddLists(
        CheckList checks,
        ConsistencyRule rule,
        string subject,
        ValueList<SectionList> lists,
        Citation? citation,
        PrintedFigure[] counts)
    {
        ValueList<string> union = NameMatch.Union(lists.Select(static list => list.Names));
        bool agrees = lists.All(list => NameMatch.Missing(union, list.Names).IsEmpty)
            && counts.All(count => count.Value == Figures.Single(union.Count));
        PrintedFigure[] printed = [.. lists.Select(list => ListOf(list, citation))];
        checks.Add(
            rule,
            subject,
            BandMath.Holds(agrees),
            [.. printed, .. counts],
            [
                Figures.Implied(
                    "names of all sections together", union.Count, FigureUnit.Number, "union of the lists"),
                .. lists.Select(list => Figures.Implied(
                    "names that are not in " + list.Section,
                    NameMatch.Missing(union, list.Names).Count,
                    FigureUnit.Number,
                    Invariant($"union of the lists less {list.Section}"))),
            ]);
    }

    private static PrintedFigure ListOf(SectionList list, Citation? citation) => Figures.Listed(
        "list of " + list.Section,
        list.Names,
        citation is null ? null : new Citation(citation.Document, list.Section));

    private static void AddDashboards(CheckList checks, RevenueArchitecture architecture)
    {
        if (architecture.Chart is not { } chart || architecture.KeyDashboards is not { Names.IsEmpty: false } key)
        {
            return;
        }

        ValueList<string> onChart = chart.Roles
            .Where(static role => role.Kind == RoleKind.Dashboard).Select(static role => role.Name).ToValueList();
        ValueList<string> missing = NameMatch.Missing(key.Names, onChart);
        checks.Add(
            ConsistencyRule.Dashboards,
            key.Owner ?? "dashboards",
            BandMath.Holds(missing.IsEmpty && onChart.Count == key.Names.Count),
            [
                Figures.Listed("dashboards on the chart", onChart, architecture.Citation),
                Figures.Listed("most important dashboards", key.Names, key.Citation),
            ],
            [
                Figures.Implied(
                    "most important dashboards that are not on the chart",
                    missing.Count,
                    FigureUnit.Number,
                    "most important dashboards less those on the chart"),
            ]);
    }

    private static void AddMotions(CheckList checks, RevenueArchitecture architecture)
    {
        ValueList<GoToMarketMotion> motions = architecture.GoToMarketMotions;
        if (motions.Count < 2 || motions.All(static motion => motion.Segments.IsEmpty))
        {
            return;
        }

        foreach (GoToMarketMotion motion in motions)
        {
            checks.Add(
                ConsistencyRule.MotionWithoutSegments,
                motion.Name,
                motion.Segments.IsEmpty ? ConsistencyVerdict.Incomplete : ConsistencyVerdict.Agrees,
                [Figures.Listed("segments", motion.Segments, motion.Citation)]);
        }
    }
}
