using RevenueModel.Architectures;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>Claims costs on the closed deals of a segment, group by group, so that failures that a deal shows together
/// overlap.</summary>
internal static class DealClaims
{
    public static string NameOf(SegmentDeals deals) => deals.Segment ?? "deals without a segment";

    /// <summary>Returns the won share of the amount; zero for a group without amounts.</summary>
    public static decimal WonShare(ClosedDeals group) => group.WinRateByValue ?? 0m;

    /// <summary>Returns a cost for each group of deals that shows a failure.</summary>
    public static CostClaim[] Of(
        ReviewContext context,
        SegmentDeals deals,
        DealFlaws flaw,
        string baseName,
        Func<ClosedDeals, Band<decimal>> share,
        string shareName)
    {
        var claims = new List<CostClaim>();
        foreach (ClosedDeals group in deals.Closed)
        {
            if (group.Flaws.HasFlag(flaw) && group.Amount > 0m)
            {
                claims.Add(new CostClaim
                {
                    Pool = CostPool.Of(CostPoolKind.ClosedDeals, NameOf(deals) + " with " + Words(group.Flaws)),
                    BaseName = baseName + Others(group.Flaws & ~flaw),
                    Base = context.PerYear(group.Amount),
                    Share = share(group),
                    ShareName = shareName,
                });
            }
        }

        return [.. claims];
    }

    /// <summary>Returns the win rates by count of the deals with and without a failure, where there are
    /// such deals.</summary>
    public static IEnumerable<ReviewFigure> WinRates(
        ClosedDeals[] flawed, ClosedDeals sound, string flawedName, string soundName)
    {
        long won = flawed.Sum(static group => group.WonCount);
        long count = flawed.Sum(static group => group.Count);
        if (count > 0)
        {
            yield return ReviewFigure.Of("own win rate " + flawedName, (decimal)won / count, FigureUnit.Percent);
        }

        if (sound.WinRateByCount is { } rate)
        {
            yield return ReviewFigure.Of("own win rate " + soundName, rate, FigureUnit.Percent);
        }
    }

    private static string Others(DealFlaws flaws) => flaws == DealFlaws.None ? "" : " and " + Words(flaws);

    private static string Words(DealFlaws flaws) => string.Join(" and ", Parts(flaws));

    private static IEnumerable<string> Parts(DealFlaws flaws)
    {
        if (flaws.HasFlag(DealFlaws.OneBuyer))
        {
            yield return "one buyer";
        }

        if (flaws.HasFlag(DealFlaws.MissingConsultant))
        {
            yield return "a missing consultant";
        }

        if (flaws.HasFlag(DealFlaws.MissingChampion))
        {
            yield return "a missing champion";
        }
    }
}
