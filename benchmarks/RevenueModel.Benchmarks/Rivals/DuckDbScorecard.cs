using static RevenueModel.Benchmarks.Rivals.DuckDbSession;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>Indicators by segment as SQL in DuckDB, an analytical database in the same process.</summary>
/// <remarks>The table is loaded before.</remarks>
internal sealed class DuckDbScorecard : IDisposable
{
    private readonly DuckDbSession _session = new();

    private DuckDbScorecard()
    {
    }

    public static DuckDbScorecard Load(ScorecardDeals deals)
    {
        var database = new DuckDbScorecard();
        database._session.Load(
            "deals",
            "segment INTEGER, days INTEGER, won BOOLEAN, competitive BOOLEAN, champion BOOLEAN, has_trigger BOOLEAN",
            deals.Deals,
            (append, deal) => append.AppendValue(deal.Segment).AppendValue(deal.CycleDays).AppendValue(deal.IsWon)
                .AppendValue(deal.IsCompetitive).AppendValue(deal.HasOtChampion).AppendValue(deal.HasTrigger));
        return database;
    }

    public static DuckDbScorecard Load(RevenueRows rows)
    {
        var database = new DuckDbScorecard();
        database._session.Load(
            "rows",
            "account INTEGER, month INTEGER, segment INTEGER, amount DECIMAL(18, 2)",
            rows.Rows,
            (append, row) => append.AppendValue(row.Account).AppendValue(row.Month).AppendValue(row.Segment)
                .AppendValue(row.Amount));
        return database;
    }

    public DealCell[] Deals() => _session.Read(
        FormattableString.Invariant($"""
        SELECT segment, COUNT(*) FILTER (competitive AND won), COUNT(*) FILTER (competitive),
            MEDIAN(days) FILTER (won), COUNT(*) FILTER (won AND days >= {ScorecardAnswers.LongDays} AND NOT champion),
            COUNT(*) FILTER (won AND days >= {ScorecardAnswers.LongDays} AND NOT has_trigger)
        FROM deals GROUP BY segment ORDER BY segment
        """),
        read => DealCell.Of(
            Number(read, 0), Whole(read, 1), Whole(read, 2), Money(read, 3), Whole(read, 4), Whole(read, 5)));

    public RevenueCell[] Revenue() => _session.Read(
        FormattableString.Invariant($"""
        SELECT segment, SUM(opening), SUM(closing) FILTER (opening > 0), COUNT(*) FILTER (opening > 0),
            COUNT(*) FILTER (opening > 0 AND closing > 0), SUM(closing), COUNT(*) FILTER (closing > 0)
        FROM (SELECT account, segment,
                COALESCE(SUM(amount) FILTER (month = {ScorecardAnswers.First}), 0) AS opening,
                COALESCE(SUM(amount) FILTER (month = {ScorecardAnswers.Last}), 0) AS closing
            FROM rows WHERE month IN ({ScorecardAnswers.First}, {ScorecardAnswers.Last}) GROUP BY account, segment)
        GROUP BY segment ORDER BY segment
        """),
        read => RevenueCell.Of(
            Number(read, 0),
            Money(read, 1),
            Money(read, 2),
            Whole(read, 3),
            Whole(read, 4),
            Money(read, 5),
            Whole(read, 6)));

    public void Dispose() => _session.Dispose();
}
