namespace RevenueModel.Benchmarks.Rivals;

/// <summary>Bridge, closed cohorts and triangle as LINQ over records of decimals.</summary>
internal static class LinqRetention
{
    private const int Window = 12;

    public static BridgeCell[] Bridge(IEnumerable<RevenueRows.Row> rows) => rows
        .GroupBy(row => row.Account)
        .SelectMany(account => Movements(account.OrderBy(row => row.Month)))
        .GroupBy(move => (move.Month, move.Segment, move.Kind))
        .Select(group => new BridgeCell(
            group.Key.Month, group.Key.Segment, group.Key.Kind, group.Sum(move => move.Amount)))
        .ToArray();

    public static BridgeCell[] Bridge(RevenuePeriods.Period[] periods) => Bridge(periods
        .SelectMany(period => Enumerable.Range(period.Start, period.End - period.Start).Select(month =>
            new RevenueRows.Row(period.Account, month, period.Segment, period.Amount)))
        .GroupBy(row => (row.Account, row.Month))
        .Select(group => new RevenueRows.Row(
            group.Key.Account, group.Key.Month, group.First().Segment, group.Sum(row => row.Amount))));

    public static WindowCell[] Windows(RevenueRows.Row[] rows)
    {
        var months = rows.GroupBy(row => row.Month)
            .ToDictionary(month => month.Key, month => month.ToDictionary(row => row.Account, row => row.Amount));
        return Enumerable.Range(Window, RevenueRows.Months - Window)
            .Select(end =>
            {
                var pairs = months[end - Window]
                    .Select(start => (Start: start.Value, End: months[end].GetValueOrDefault(start.Key)))
                    .ToList();
                return new WindowCell(
                    end,
                    pairs.Sum(pair => pair.Start),
                    pairs.Sum(pair => pair.End),
                    pairs.Sum(pair => Math.Min(pair.Start, pair.End)),
                    pairs.Count);
            })
            .ToArray();
    }

    public static CohortCell[] Triangle(RevenueRows.Row[] rows) => rows
        .GroupBy(row => row.Account)
        .SelectMany(account =>
        {
            int start = account.Min(row => row.Month);
            return account.Select(row => (Start: start, Age: row.Month - start, row.Amount));
        })
        .GroupBy(cell => (cell.Start, cell.Age))
        .Select(group => new CohortCell(
            group.Key.Start, group.Key.Age, group.Sum(cell => cell.Amount), group.Count()))
        .ToArray();

    private static IEnumerable<BridgeCell> Movements(IEnumerable<RevenueRows.Row> account)
    {
        RevenueRows.Row? before = null;
        foreach (RevenueRows.Row row in account)
        {
            if (before is null)
            {
                yield return new BridgeCell(row.Month, row.Segment, BridgeCell.New, row.Amount);
            }
            else if (before.Month < row.Month - 1)
            {
                yield return new BridgeCell(before.Month + 1, row.Segment, BridgeCell.Churn, -before.Amount);
                yield return new BridgeCell(row.Month, row.Segment, BridgeCell.Reactivation, row.Amount);
            }
            else if (row.Amount != before.Amount)
            {
                yield return new BridgeCell(
                    row.Month,
                    row.Segment,
                    row.Amount > before.Amount ? BridgeCell.Expansion : BridgeCell.Contraction,
                    row.Amount - before.Amount);
            }

            before = row;
        }

        if (before!.Month < RevenueRows.Months - 1)
        {
            yield return new BridgeCell(before.Month + 1, before.Segment, BridgeCell.Churn, -before.Amount);
        }
    }
}
