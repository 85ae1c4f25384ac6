using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Benchmarks;

/// <summary>
/// Deals of a large vendor, the same on every machine: open, won and lost in seven stages, three segments and sixteen
/// months, from 12,000 to 24 million with cents.
/// </summary>
/// <remarks>
/// Two in five are open, and one in four is won. One in ten has no segment, and one in twelve has no amount. One in
/// twenty-five of the open deals is omitted from the forecast. The logarithms of amounts are uniformly distributed,
/// which is typical of contracts. Deals share their strings, which favors code that hashes or compares them.
/// </remarks>
internal static class DealBook
{
    /// <summary>The number of deals in the benchmarks of many deals.</summary>
    public const int Many = 1_000_000;

    private const double LargestAmount = 24_000_000;
    private const int Months = 16;

    /// <summary>The segments that are published for industrial IoT.</summary>
    public static Segmentation Segmentation { get; } = PublishedArchitectures.IndustrialIot2027.Segmentation;

    /// <summary>Seven stages from first contact to contract.</summary>
    public static SalesProcess Process { get; } = SalesProcess.Of(
        Stage("Qualify", 0.05m, ForecastCategory.Pipeline),
        Stage("Discover", 0.12m, ForecastCategory.Pipeline),
        Stage("Pilot", 0.22m, ForecastCategory.Pipeline),
        Stage("Propose", 0.375m, ForecastCategory.BestCase),
        Stage("Negotiate", 0.55m, ForecastCategory.BestCase),
        Stage("Procure", 0.75m, ForecastCategory.Commit),
        Stage("Sign", 0.90m, ForecastCategory.Commit));

    /// <summary>The first deals of the book.</summary>
    public static Opportunity[] Create(int count)
    {
        var draws = new Draws(20270101);
        var deals = new Opportunity[count];
        for (int i = 0; i < count; i++)
        {
            deals[i] = Deal(i, ref draws);
        }

        return deals;
    }

    /// <summary>Annual contract values from below the smallest segment to the largest contract.</summary>
    public static decimal[] Acvs(int count)
    {
        var draws = new Draws(20270102);
        var acvs = new decimal[count];
        for (int i = 0; i < count; i++)
        {
            acvs[i] = Amount(5_000, LargestAmount, ref draws);
        }

        return acvs;
    }

    private static Opportunity Deal(int number, ref Draws draws)
    {
        Segment? segment = draws.OneIn(10) ? null : Segmentation.Segments[draws.Below(Segmentation.Segments.Count)];
        int outcome = draws.Below(20);
        LocalDate created = new LocalDate(2025, 6, 1).PlusDays(draws.Below(400));
        LocalDate close = new LocalDate(2026, 9, 1).PlusMonths(draws.Below(Months)).PlusDays(draws.Below(28));
        return new Opportunity
        {
            Id = FormattableString.Invariant($"D-{number}"),
            Stage = outcome switch
            {
                < 8 => Process.Stages[draws.Below(Process.Stages.Count)].Name,
                < 13 => "Closed won",
                _ => "Closed lost",
            },
            Timeline = outcome switch
            {
                < 8 => DealTimeline.Open(created, expectedClose: close),
                < 13 => DealTimeline.Won(created, close),
                _ => DealTimeline.Lost(created, close),
            },
            Amount = draws.OneIn(12) ? null : AmountIn(segment, ref draws),
            Segment = segment?.Name,
            Motion = (DealMotion)draws.Below(3),
            ForecastCategory = draws.OneIn(25) ? ForecastCategory.Omitted : null,
        };
    }

    private static decimal AmountIn(Segment? segment, ref Draws draws)
    {
        double from = (double)(segment?.Acv.Min ?? 12_000m);
        double to = segment?.Acv.Max is { } max ? (double)max : LargestAmount;
        return Amount(from, to, ref draws);
    }

    private static decimal Amount(double from, double to, ref Draws draws) =>
        RoundingPolicy.Cents.Round((decimal)(from * Math.Pow(to / from, draws.Fraction())));

    private static PipelineStage Stage(string name, decimal winProbability, ForecastCategory category) =>
        new() { Name = name, WinProbability = winProbability, ForecastCategory = category };
}
