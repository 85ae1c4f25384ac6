using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>The answers of the library in the form of the rivals, so that they can be compared.</summary>
internal static class RetentionAnswers
{
    public static IEnumerable<BridgeCell> Of(ValueList<ArrBridge> lines) =>
        from line in lines
        let month = Month(line.Period.First)
        let segment = Array.IndexOf(RevenueRows.SegmentNames, line.Group)
        from cell in new BridgeCell[]
        {
            new(month, segment, BridgeCell.New, line.New),
            new(month, segment, BridgeCell.Expansion, line.Expansion),
            new(month, segment, BridgeCell.Contraction, line.Contraction),
            new(month, segment, BridgeCell.Churn, line.Churn),
            new(month, segment, BridgeCell.Reactivation, line.Reactivation),
        }
        where cell.Amount != 0m
        select cell;

    public static IEnumerable<WindowCell> Of(ValueList<RetentionTotals> windows) =>
        from total in windows
        group total by Month(total.Through) into month
        orderby month.Key
        select new WindowCell(
            month.Key,
            month.Sum(total => total.Opening),
            month.Sum(total => total.Ending),
            month.Sum(total => total.GrossEnding),
            month.Sum(total => total.OpeningCount));

    public static IEnumerable<CohortCell> Of(ValueList<CohortTriangle> triangles) =>
        from start in Enumerable.Range(0, triangles[0].Cohorts.Count)
        from age in Enumerable.Range(0, triangles[0].Cohorts[start].AgeCount)
        select new CohortCell(
            start,
            age,
            triangles.Sum(triangle => triangle.Cohorts[start].Amounts[age]),
            triangles.Sum(triangle => triangle.Cohorts[start].Logos[age]))
        into cell
        where cell.Logos > 0
        select cell;

    public static IEnumerable<BridgeCell> Sorted(IEnumerable<BridgeCell> cells) =>
        cells.Where(cell => cell.Amount != 0m)
            .OrderBy(cell => cell.Month).ThenBy(cell => cell.Segment).ThenBy(cell => cell.Kind);

    public static IEnumerable<CohortCell> Sorted(IEnumerable<CohortCell> cells) =>
        cells.OrderBy(cell => cell.Start).ThenBy(cell => cell.Age);

    private static int Month(NodaTime.YearMonth month) =>
        ((month.Year - RevenueRows.First.Year) * 12) + month.Month - RevenueRows.First.Month;
}

/// <summary>A movement of a bridge: month, segment, kind and amount. Movements of zero are left out.</summary>
public readonly record struct BridgeCell(int Month, int Segment, int Kind, decimal Amount)
{
    public const int New = 0;
    public const int Expansion = 1;
    public const int Contraction = 2;
    public const int Churn = 3;
    public const int Reactivation = 4;
}

/// <summary>A closed cohort: the month at its end and the amounts.</summary>
public readonly record struct WindowCell(int Month, decimal Opening, decimal Ending, decimal Gross, long Count);

/// <summary>A cell of a triangle.</summary>
public readonly record struct CohortCell(int Start, int Age, decimal Amount, long Logos);
