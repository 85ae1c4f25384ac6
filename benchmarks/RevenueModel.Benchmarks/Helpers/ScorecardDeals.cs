using RevenueModel.Kpis;

namespace RevenueModel.Benchmarks;

/// <summary>Closed deals of four segments, the same on every machine: cycles of up to 1,000 days, some of them
/// unknown, half of the deals competitive, a quarter without a record of the buyers.</summary>
internal sealed class ScorecardDeals
{
    /// <summary>The number of segments.</summary>
    public const int Segments = 4;

    public static readonly string[] SegmentNames = ["S0", "S1", "S2", "S3"];

    private ScorecardDeals(Deal[] deals)
    {
        Deals = deals;
        SegmentOf = Array.ConvertAll(deals, deal => deal.Segment);
        CycleDays = Array.ConvertAll(deals, deal => deal.CycleDays ?? -1);
        Traits = Array.ConvertAll(deals, TraitsOf);
    }

    /// <summary>Gets the deals as the rivals read them.</summary>
    public Deal[] Deals { get; }

    public int[] SegmentOf { get; }

    public int[] CycleDays { get; }

    public DealTraits[] Traits { get; }

    public DealColumns Columns => new()
    {
        Segments = SegmentOf,
        CycleDays = CycleDays,
        Traits = Traits,
        SegmentNames = SegmentNames,
    };

    public static ScorecardDeals Create(int count)
    {
        var draws = new Draws(20270219);
        var deals = new Deal[count];
        for (int i = 0; i < count; i++)
        {
            deals[i] = new Deal(
                draws.Below(Segments),
                draws.OneIn(20) ? null : (draws.Below(500) + draws.Below(501)),
                draws.OneIn(3),
                draws.OneIn(2),
                draws.OneIn(4) ? null : draws.OneIn(2),
                draws.OneIn(3));
        }

        return new ScorecardDeals(deals);
    }

    private static DealTraits TraitsOf(Deal deal) =>
        (deal.IsWon ? DealTraits.Won : DealTraits.Lost)
        | (deal.IsCompetitive ? DealTraits.Competitive : DealTraits.None)
        | (deal.HasOtChampion is not null ? DealTraits.EngagementKnown : DealTraits.None)
        | (deal.HasOtChampion == true ? DealTraits.OtEngaged : DealTraits.None)
        | (deal.HasTrigger ? DealTraits.HasTrigger : DealTraits.None);

    /// <summary>A closed deal as the rivals read it.</summary>
    public sealed record Deal(
        int Segment, int? CycleDays, bool IsWon, bool IsCompetitive, bool? HasOtChampion, bool HasTrigger);
}
