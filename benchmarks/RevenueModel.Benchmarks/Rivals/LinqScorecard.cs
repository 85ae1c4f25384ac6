namespace RevenueModel.Benchmarks.Rivals;

/// <summary>Indicators by segment as LINQ over records.</summary>
internal static class LinqScorecard
{
    public static DealCell[] Deals(ScorecardDeals.Deal[] deals)
    {
        int longDays = ScorecardAnswers.LongDays;
        return deals.GroupBy(deal => deal.Segment)
            .OrderBy(group => group.Key)
            .Select(group =>
            {
                var longWon = group.Where(deal => deal.IsWon && deal.CycleDays >= longDays).ToList();
                int[] cycles =
                [
                    .. group.Where(deal => deal.IsWon && deal.CycleDays is not null)
                        .Select(deal => deal.CycleDays!.Value).Order(),
                ];
                return DealCell.Of(
                    group.Key,
                    group.Count(deal => deal.IsCompetitive && deal.IsWon),
                    group.Count(deal => deal.IsCompetitive),
                    (cycles[(cycles.Length - 1) / 2] + cycles[cycles.Length / 2]) / 2m,
                    longWon.Count(deal => deal.HasOtChampion == false),
                    longWon.Count(deal => !deal.HasTrigger));
            })
            .ToArray();
    }

    public static RevenueCell[] Revenue(RevenueRows.Row[] rows) =>
        RevenueByAccount(rows.Where(row => row.Month is ScorecardAnswers.First or ScorecardAnswers.Last));

    /// <summary>The same, with all rows of each account grouped.</summary>
    public static RevenueCell[] RevenueByAccount(IEnumerable<RevenueRows.Row> rows) => rows
        .GroupBy(row => row.Account)
        .Select(account => (
            account.First().Segment,
            Opening: account.Where(row => row.Month == ScorecardAnswers.First).Sum(row => row.Amount),
            Closing: account.Where(row => row.Month == ScorecardAnswers.Last).Sum(row => row.Amount)))
        .GroupBy(account => account.Segment)
        .OrderBy(segment => segment.Key)
        .Select(segment => RevenueCell.Of(
            segment.Key,
            segment.Sum(account => account.Opening),
            segment.Where(account => account.Opening > 0m).Sum(account => account.Closing),
            segment.Count(account => account.Opening > 0m),
            segment.Count(account => account.Opening > 0m && account.Closing > 0m),
            segment.Sum(account => account.Closing),
            segment.Count(account => account.Closing > 0m)))
        .ToArray();
}
