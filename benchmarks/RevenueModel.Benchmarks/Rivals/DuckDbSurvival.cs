using static RevenueModel.Benchmarks.Rivals.DuckDbSession;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>Counts of survival by day as SQL in DuckDB, an analytical database in the same process.</summary>
/// <remarks>The table is loaded before.</remarks>
internal sealed class DuckDbSurvival : IDisposable
{
    private const string Days =
        """
        SELECT COALESCE(e.time, s.entry), COALESCE(e.first, 0)::BIGINT, COALESCE(e.second, 0)::BIGINT,
            COALESCE(e.total, 0)::BIGINT, COALESCE(s.entered, 0)::BIGINT
        FROM (SELECT time, SUM(weight) FILTER (cause = 1) AS first, SUM(weight) FILTER (cause = 2) AS second,
                SUM(weight) AS total FROM subjects GROUP BY time) e
        FULL JOIN (SELECT entry, SUM(weight) AS entered FROM subjects GROUP BY entry) s ON s.entry = e.time
        ORDER BY 1
        """;

    private readonly DuckDbSession _session = new();

    private DuckDbSurvival()
    {
    }

    public static DuckDbSurvival Load(SurvivalRows rows)
    {
        var database = new DuckDbSurvival();
        database._session.Load(
            "subjects",
            "time INTEGER, cause INTEGER, entry INTEGER, weight BIGINT",
            rows.Rows,
            (append, row) => append.AppendValue(row.Time).AppendValue(row.Cause).AppendValue(row.Entry)
                .AppendValue(row.Weight));
        return database;
    }

    public double[] Incidence() => SurvivalDay.Walk(_session.Read(Days, read => new SurvivalDay
    {
        Time = Number(read, 0),
        First = Whole(read, 1),
        Second = Whole(read, 2),
        All = Whole(read, 3),
        Entered = Whole(read, 4),
    }));

    public void Dispose() => _session.Dispose();
}
