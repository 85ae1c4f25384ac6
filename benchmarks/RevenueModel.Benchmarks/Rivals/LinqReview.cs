using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Diagnostics;
using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Segments;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>The rules on deals as LINQ: a pass and a grouping by segment for each rule.</summary>
/// <remarks>The window is a year, so that amounts of the window are those of a year.</remarks>
internal static class LinqReview
{
    private const decimal Tolerated = 0.1m;

    public static ReviewCell[] Findings(RevenueArchitecture architecture, ReviewData data)
    {
        var lacksConsultant = data.DealTeams.ToDictionary(
            team => team.DealId,
            team => !team.Roles.Contains(ReviewBook.ItConsultant, StringComparer.Ordinal)
                || !team.Roles.Contains(ReviewBook.OtConsultant, StringComparer.Ordinal),
            StringComparer.Ordinal);
        var lacksChampion = data.StakeholderMaps.ToDictionary(
            map => map.DealId,
            map => !HasChampion(map, "IT") || !HasChampion(map, "OT"),
            StringComparer.Ordinal);
        Opportunity[] closed =
        [
            .. data.Opportunities.Where(deal =>
                deal.Motion != DealMotion.Renewal && deal.Closed is { } day && data.Window.Contains(day)),
        ];
        return
        [
            .. OneBuyer(architecture, closed),
            .. OneConsultant(architecture, closed, lacksConsultant),
            .. NoChampion(architecture, closed, lacksChampion),
            .. NoSpecialtyPartner(architecture, data),
            .. EarlyForecast(architecture, data),
        ];
    }

    private static IEnumerable<ReviewCell> OneBuyer(RevenueArchitecture architecture, Opportunity[] closed) =>
        BySegment(architecture, closed.Where(deal => deal.BuyerEngagement is not null)).Select(segment =>
        {
            Opportunity[] one =
                [.. segment.Deals.Where(deal => deal.BuyerEngagement is BuyerEngagement.IT or BuyerEngagement.OT)];
            return Cell(ReviewRuleIds.SingleBuyerMotion, segment.Name, segment.Deals.Length, one);
        }).Where(IsFinding);

    private static IEnumerable<ReviewCell> OneConsultant(
        RevenueArchitecture architecture, Opportunity[] closed, Dictionary<string, bool> lacks) =>
        BySegment(
            architecture,
            closed.Where(deal => deal.BuyerEngagement == BuyerEngagement.Both && lacks.ContainsKey(deal.Id)))
        .Select(segment => Cell(
            ReviewRuleIds.SingleConsultant,
            segment.Name,
            segment.Deals.Length,
            [.. segment.Deals.Where(deal => lacks[deal.Id])]))
        .Where(IsFinding);

    private static IEnumerable<ReviewCell> NoChampion(
        RevenueArchitecture architecture, Opportunity[] closed, Dictionary<string, bool> lacks) =>
        BySegment(architecture, closed.Where(deal => lacks.ContainsKey(deal.Id)))
        .Select(segment => Cell(
            ReviewRuleIds.MissingChampion,
            segment.Name,
            segment.Deals.Length,
            [.. segment.Deals.Where(deal => lacks[deal.Id])]))
        .Where(IsFinding);

    private static IEnumerable<ReviewCell> NoSpecialtyPartner(RevenueArchitecture architecture, ReviewData data)
    {
        Segment largest = architecture.Segmentation.Segments[^1];
        var specialists = architecture.PartnerKinds
            .Single(kind => kind.Name == architecture.Channel!.SpecialtyKind)
            .Lists.SelectMany(list => list.Names)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Opportunity[] deals =
        [
            .. data.Opportunities.Where(deal =>
                deal.Motion != DealMotion.Renewal
                && deal.Segment == largest.Name
                && (IsIn(deal.Created) || IsIn(deal.Closed))),
        ];
        Opportunity[] withPartners = [.. deals.Where(deal => !deal.Partners.IsEmpty)];
        if (!withPartners.Any(deal => deal.Partners.Any(specialists.Contains)))
        {
            decimal created = deals.Where(deal => IsIn(deal.Created)).Sum(deal => deal.Amount ?? 0m);
            yield return new ReviewCell(
                ReviewRuleIds.NoSpecialtyPartners, largest.Name, withPartners.Length, 0m, created);
        }

        bool IsIn(LocalDate? day) => day is { } known && data.Window.Contains(known);
    }

    private static IEnumerable<ReviewCell> EarlyForecast(RevenueArchitecture architecture, ReviewData data) =>
        BySegment(
            architecture,
            data.Opportunities.Where(deal =>
                deal.IsOpen
                && deal.Motion != DealMotion.Renewal
                && deal.Created <= data.AsOf
                && deal.ExpectedClose is not null))
        .Select(segment =>
        {
            int shortest = architecture.FindSegment(segment.Name)!.CycleDays.Min;
            Opportunity[] early =
            [
                .. segment.Deals.Where(
                    deal => Period.DaysBetween(deal.Created!.Value, deal.ExpectedClose!.Value) < shortest),
            ];
            return new ReviewCell(
                ReviewRuleIds.ForecastShorterThanCycle,
                segment.Name,
                segment.Deals.Length,
                early.Length,
                early.Sum(deal => deal.Amount ?? 0m));
        }).Where(IsFinding);

    private static IEnumerable<(string Name, Opportunity[] Deals)> BySegment(
        RevenueArchitecture architecture, IEnumerable<Opportunity> deals)
    {
        var groups = deals
            .GroupBy(deal => deal.Segment, StringComparer.Ordinal)
            .ToDictionary(group => group.Key!, group => group.ToArray(), StringComparer.Ordinal);
        return architecture.Segmentation.Segments
            .Where(segment => groups.ContainsKey(segment.Name))
            .Select(segment => (segment.Name, groups[segment.Name]));
    }

    private static ReviewCell Cell(string rule, string segment, int known, Opportunity[] flawed) =>
        new(rule, segment, known, flawed.Length, flawed.Sum(deal => deal.Amount ?? 0m));

    private static bool IsFinding(ReviewCell cell) => cell.Flawed > Tolerated * cell.Known;

    private static bool HasChampion(StakeholderMap map, string side) =>
        map.People.Any(person => person.IsChampion && person.Side == side);
}
