using static RevenueModel.Benchmarks.Rivals.DuckDbSession;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>Bridge, closed cohorts and triangle as SQL in DuckDB, an analytical database in the same
/// process.</summary>
/// <remarks>The table is loaded before.</remarks>
internal sealed class DuckDbRetention : IDisposable
{
    private const string Movements =
        """
        , steps AS (
            SELECT *, LAG(month) OVER w AS before, LAG(amount) OVER w AS was, LEAD(month) OVER w AS after
            FROM months WINDOW w AS (PARTITION BY account ORDER BY month)),
        moves AS (
            SELECT month, segment,
                CASE WHEN before IS NULL THEN 0 WHEN before < month - 1 THEN 4
                    WHEN amount > was THEN 1 ELSE 2 END AS kind,
                CASE WHEN before = month - 1 THEN amount - was ELSE amount END AS amount
            FROM steps WHERE before IS NULL OR before < month - 1 OR amount <> was
            UNION ALL
            SELECT month + 1, segment, 3, -amount FROM steps
            WHERE month + 1 < 36 AND (after IS NULL OR after > month + 1))
        SELECT month, segment, kind, SUM(amount) FROM moves GROUP BY month, segment, kind
        """;

    private readonly DuckDbSession _session = new();

    private DuckDbRetention()
    {
    }

    public static DuckDbRetention Load(RevenueRows rows)
    {
        var database = new DuckDbRetention();
        database._session.Load(
            "rows",
            "account INTEGER, month INTEGER, segment INTEGER, amount DECIMAL(18, 2)",
            rows.Rows,
            (append, row) => append.AppendValue(row.Account).AppendValue(row.Month).AppendValue(row.Segment)
                .AppendValue(row.Amount));
        return database;
    }

    public static DuckDbRetention Load(RevenuePeriods periods)
    {
        var database = new DuckDbRetention();
        database._session.Load(
            "periods",
            "account INTEGER, first INTEGER, ending INTEGER, segment INTEGER, amount DECIMAL(18, 2)",
            periods.Periods,
            (append, period) => append.AppendValue(period.Account).AppendValue(period.Start).AppendValue(period.End)
                .AppendValue(period.Segment).AppendValue(period.Amount));
        return database;
    }

    public BridgeCell[] Bridge() => Bridge("WITH months AS (SELECT * FROM rows) " + Movements);

    public BridgeCell[] BridgeOfPeriods() => Bridge(
        "WITH months AS (SELECT account, month, segment, SUM(amount) AS amount FROM (SELECT account, segment, amount, "
            + "UNNEST(range(first, ending)) AS month FROM periods) GROUP BY account, month, segment) " + Movements);

    public WindowCell[] Windows() => _session.Read(
        """
        SELECT e.month, SUM(s.amount), SUM(COALESCE(t.amount, 0)),
            SUM(LEAST(s.amount, COALESCE(t.amount, 0))), COUNT(*)
        FROM (SELECT range AS month FROM range(12, 36)) e
        JOIN rows s ON s.month = e.month - 12
        LEFT JOIN rows t ON t.account = s.account AND t.month = e.month
        GROUP BY e.month ORDER BY e.month
        """,
        read => new WindowCell(Number(read, 0), Money(read, 1), Money(read, 2), Money(read, 3), Whole(read, 4)));

    public CohortCell[] Triangle() => _session.Read(
        """
        SELECT first, month - first, SUM(amount), COUNT(*) FROM (
            SELECT month, amount, MIN(month) OVER (PARTITION BY account) AS first FROM rows)
        GROUP BY first, month - first
        """,
        read => new CohortCell(Number(read, 0), Number(read, 1), Money(read, 2), Whole(read, 3)));

    public void Dispose() => _session.Dispose();

    private BridgeCell[] Bridge(string sql) => _session.Read(
        sql, read => new BridgeCell(Number(read, 0), Number(read, 1), Number(read, 2), Money(read, 3)));
}
