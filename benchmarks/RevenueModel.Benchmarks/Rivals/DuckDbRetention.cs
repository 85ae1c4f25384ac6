using System.Globalization;
using DuckDB.NET.Data;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>Bridge, closed cohorts and triangle as SQL in DuckDB, an analytical database in the same
/// process.</summary>
/// <remarks>The table is loaded before. The database uses one thread, as the library does.</remarks>
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

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    private DuckDbRetention()
    {
        _connection.Open();
        Execute("SET threads = 1");
    }

    public static DuckDbRetention Load(RevenueRows rows)
    {
        var database = new DuckDbRetention();
        database.Execute("CREATE TABLE rows (account INTEGER, month INTEGER, segment INTEGER, amount DECIMAL(18, 2))");
        using DuckDBAppender appender = database._connection.CreateAppender("rows");
        foreach (RevenueRows.Row row in rows.Rows)
        {
            appender.CreateRow().AppendValue(row.Account).AppendValue(row.Month).AppendValue(row.Segment)
                .AppendValue(row.Amount).EndRow();
        }

        return database;
    }

    public static DuckDbRetention Load(RevenuePeriods periods)
    {
        var database = new DuckDbRetention();
        database.Execute(
            "CREATE TABLE periods (account INTEGER, first INTEGER, ending INTEGER, segment INTEGER, "
                + "amount DECIMAL(18, 2))");
        using DuckDBAppender appender = database._connection.CreateAppender("periods");
        foreach (RevenuePeriods.Period period in periods.Periods)
        {
            appender.CreateRow().AppendValue(period.Account).AppendValue(period.Start).AppendValue(period.End)
                .AppendValue(period.Segment).AppendValue(period.Amount).EndRow();
        }

        return database;
    }

    public BridgeCell[] Bridge() => Bridge("WITH months AS (SELECT * FROM rows) " + Movements);

    public BridgeCell[] BridgeOfPeriods() => Bridge(
        "WITH months AS (SELECT account, month, segment, SUM(amount) AS amount FROM (SELECT account, segment, amount, "
            + "UNNEST(range(first, ending)) AS month FROM periods) GROUP BY account, month, segment) " + Movements);

    public WindowCell[] Windows() => Read(
        """
        SELECT e.month, SUM(s.amount), SUM(COALESCE(t.amount, 0)),
            SUM(LEAST(s.amount, COALESCE(t.amount, 0))), COUNT(*)
        FROM (SELECT range AS month FROM range(12, 36)) e
        JOIN rows s ON s.month = e.month - 12
        LEFT JOIN rows t ON t.account = s.account AND t.month = e.month
        GROUP BY e.month ORDER BY e.month
        """,
        read => new WindowCell(Whole(read, 0), Money(read, 1), Money(read, 2), Money(read, 3), Whole(read, 4)));

    public CohortCell[] Triangle() => Read(
        """
        SELECT first, month - first, SUM(amount), COUNT(*) FROM (
            SELECT month, amount, MIN(month) OVER (PARTITION BY account) AS first FROM rows)
        GROUP BY first, month - first
        """,
        read => new CohortCell(Whole(read, 0), Whole(read, 1), Money(read, 2), Whole(read, 3)));

    public void Dispose() => _connection.Dispose();

    private static int Whole(DuckDBDataReader reader, int column) =>
        Convert.ToInt32(reader.GetValue(column), CultureInfo.InvariantCulture);

    private static decimal Money(DuckDBDataReader reader, int column) =>
        Convert.ToDecimal(reader.GetValue(column), CultureInfo.InvariantCulture);

    private BridgeCell[] Bridge(string sql) =>
        Read(sql, read => new BridgeCell(Whole(read, 0), Whole(read, 1), Whole(read, 2), Money(read, 3)));

    private T[] Read<T>(string sql, Func<DuckDBDataReader, T> row)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return [.. rows];
    }

    private void Execute(string sql)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
