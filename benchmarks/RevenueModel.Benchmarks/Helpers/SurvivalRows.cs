using RevenueModel.Statistics;

namespace RevenueModel.Benchmarks;

/// <summary>Subjects with weights, late entries and two causes, the same on every machine: customers of four years by
/// day.</summary>
internal sealed class SurvivalRows
{
    public const int Days = 1_461;

    private SurvivalRows(Row[] rows)
    {
        Rows = rows;
        Times = Array.ConvertAll(rows, row => row.Time);
        Causes = Array.ConvertAll(rows, row => (byte)row.Cause);
        Entries = Array.ConvertAll(rows, row => row.Entry);
        Weights = Array.ConvertAll(rows, row => row.Weight);
    }

    public Row[] Rows { get; }

    public int[] Times { get; }

    public byte[] Causes { get; }

    public int[] Entries { get; }

    public long[] Weights { get; }

    public SurvivalColumns Columns => new() { Times = Times, Causes = Causes, Entries = Entries, Weights = Weights };

    public static SurvivalRows Create(int count)
    {
        var draws = new Draws(20270211);
        var rows = new Row[count];
        for (int i = 0; i < count; i++)
        {
            int time = 1 + draws.Below(Days - 1);
            int entry = draws.OneIn(2) ? 0 : draws.Below(time);
            rows[i] = new Row(time, draws.Below(3), entry, 1 + draws.Below(5));
        }

        return new SurvivalRows(rows);
    }

    /// <summary>A subject as the rivals read it: the cause is 0 for a censored one, 1 or 2.</summary>
    public sealed record Row(int Time, int Cause, int Entry, long Weight);
}
