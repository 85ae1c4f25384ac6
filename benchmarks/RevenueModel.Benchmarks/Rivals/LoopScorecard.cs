using System.Runtime.InteropServices;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>Indicators by segment as one loop over records, with dictionaries of segments and accounts.</summary>
internal static class LoopScorecard
{
    public static DealCell[] Deals(ScorecardDeals.Deal[] deals)
    {
        int longDays = ScorecardAnswers.LongDays;
        var segments = new Dictionary<int, DealSums>();
        foreach (ScorecardDeals.Deal deal in deals)
        {
            ref DealSums? found = ref CollectionsMarshal.GetValueRefOrAddDefault(segments, deal.Segment, out _);
            DealSums sums = found ??= new DealSums();
            if (deal.IsCompetitive)
            {
                sums.Competitive++;
                sums.Won += deal.IsWon ? 1 : 0;
            }

            if (deal is { IsWon: true, CycleDays: { } days })
            {
                sums.Cycles.Add(days);
                if (days >= longDays)
                {
                    sums.WithoutChampion += deal.HasOtChampion == false ? 1 : 0;
                    sums.WithoutTrigger += deal.HasTrigger ? 0 : 1;
                }
            }
        }

        var cells = new List<DealCell>();
        foreach ((int segment, DealSums sums) in segments.OrderBy(pair => pair.Key))
        {
            Span<int> cycles = CollectionsMarshal.AsSpan(sums.Cycles);
            cycles.Sort();
            decimal median = (cycles[(cycles.Length - 1) / 2] + cycles[cycles.Length / 2]) / 2m;
            cells.Add(DealCell.Of(
                segment, sums.Won, sums.Competitive, median, sums.WithoutChampion, sums.WithoutTrigger));
        }

        return [.. cells];
    }

    public static RevenueCell[] Revenue(RevenueRows.Row[] rows)
    {
        var accounts = new Dictionary<int, (int Segment, decimal Opening, decimal Closing)>();
        foreach (RevenueRows.Row row in rows)
        {
            if (row.Month is ScorecardAnswers.First or ScorecardAnswers.Last)
            {
                ref (int Segment, decimal Opening, decimal Closing) account =
                    ref CollectionsMarshal.GetValueRefOrAddDefault(accounts, row.Account, out _);
                account.Segment = row.Segment;
                account.Opening += row.Month == ScorecardAnswers.First ? row.Amount : 0m;
                account.Closing += row.Month == ScorecardAnswers.Last ? row.Amount : 0m;
            }
        }

        var segments = new RevenueSums[RevenueRows.Segments];
        foreach ((int segment, decimal opening, decimal closing) in accounts.Values)
        {
            ref RevenueSums sums = ref segments[segment];
            if (opening > 0m)
            {
                sums.Opening += opening;
                sums.Kept += closing;
                sums.Logos++;
                sums.Retained += closing > 0m ? 1 : 0;
            }

            sums.Closing += closing;
            sums.Accounts += closing > 0m ? 1 : 0;
        }

        return Array.ConvertAll([0, 1, 2, 3], segment => segments[segment].ToCell(segment));
    }

    private sealed class DealSums
    {
        public long Won;
        public long Competitive;
        public long WithoutChampion;
        public long WithoutTrigger;

        public List<int> Cycles { get; } = [];
    }

    private struct RevenueSums
    {
        public decimal Opening;
        public decimal Kept;
        public decimal Closing;
        public long Logos;
        public long Retained;
        public long Accounts;

        public readonly RevenueCell ToCell(int segment) =>
            RevenueCell.Of(segment, Opening, Kept, Logos, Retained, Closing, Accounts);
    }
}
