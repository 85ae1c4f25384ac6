using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The incidences of won and lost deals by age in columns, for probabilities in logarithmic time.</summary>
/// <remarks>If all deals at risk close at an age and others enter later, the estimate starts anew after it: each such
/// run has the incidences and the survival of the deals that enter in it.</remarks>
internal sealed class CloseCurve
{
    public const int WonCause = 1;
    public const int LostCause = 2;

    // Ages are sums of decimals. One that is this close to the time of a step is at the step.
    private const double Tie = 1e-12;

    private readonly double[] _times;
    private readonly double[] _won;
    private readonly double[] _lost;
    private readonly double[] _survival;
    private readonly int[] _runEnd;
    private readonly double[] _rowTimes;
    private readonly double[] _observed;
    private readonly bool[] _isObservedAfter;

    /// <summary>Creates the columns of a table, or of no deals.</summary>
    public CloseCurve(SurvivalTable? table)
    {
        var steps = new List<IncidenceStep>();
        var runEnds = new List<int>();
        for (SurvivalTable? part = table; part is not null;)
        {
            part = AddRun(steps, runEnds, part);
        }

        _runEnd = [.. runEnds];
        _times = new double[steps.Count];
        _won = new double[steps.Count];
        _lost = new double[steps.Count];
        _survival = new double[steps.Count];
        for (int i = 0; i < steps.Count; i++)
        {
            _times[i] = (double)steps[i].Time;
            _won[i] = IncidenceOf(steps[i], WonCause);
            _lost[i] = IncidenceOf(steps[i], LostCause);
            _survival[i] = steps[i].Survival;
        }

        ReadOnlySpan<SurvivalRow> rows = table is null ? [] : table.Rows.AsSpan();
        _rowTimes = new double[rows.Length];
        _observed = new double[rows.Length];
        _isObservedAfter = new bool[rows.Length];
        decimal atRisk = 0m;
        for (int i = 0; i < rows.Length; i++)
        {
            atRisk += rows[i].Entered - rows[i].EventTotal - rows[i].Censored;
            _rowTimes[i] = (double)rows[i].Time;
            _isObservedAfter[i] = atRisk > 0m;
            if (i > 0)
            {
                _observed[i] = _observed[i - 1] + (_isObservedAfter[i - 1] ? _rowTimes[i] - _rowTimes[i - 1] : 0);
            }
        }
    }

    /// <summary>Returns the time below which a step at an age lies, whatever the rounding of the age.</summary>
    public static double EndOf(double age) => age + (age * Tie);

    /// <summary>Returns the table of the deals that are still open after an age, which enter at it, and of those that
    /// enter later; null if there are none.</summary>
    public static SurvivalTable? After(SurvivalTable table, double end)
    {
        var rows = new List<SurvivalRow>();
        decimal before = 0m;
        decimal atRisk = 0m;
        foreach (SurvivalRow row in table.Rows)
        {
            if ((double)row.Time <= end)
            {
                before = row.Time;
            }
            else
            {
                rows.Add(row);
                atRisk += row.EventTotal + row.Censored - row.Entered;
            }
        }

        if (atRisk > 0m)
        {
            rows.Insert(0, new SurvivalRow { Time = before, Entered = atRisk });
        }

        return rows.Count == 0 ? null : SurvivalTable.Of(rows);
    }

    /// <summary>Returns the probabilities of a deal open at an age. Steps at that age are over.</summary>
    public CloseProbability Probability(double age, double days) => Between(LastStep(_times, age), age, days);

    /// <summary>Returns the probabilities of a deal that is about to be created: steps at age zero count.</summary>
    public CloseProbability NewDeal(double days) => Between(-1, 0, days);

    /// <summary>Returns the probability of a win, the same figure as that of <see cref="Probability"/>.</summary>
    public double WinProbability(double age, double days)
    {
        int from = LastStep(_times, age);
        return Conditional(_won, from, LastOfRun(from, age + days));
    }

    // Adds the steps up to the first one at which all deals at risk close. Returns the table of the rest.
    private static SurvivalTable? AddRun(List<IncidenceStep> steps, List<int> runEnds, SurvivalTable table)
    {
        int first = steps.Count;
        SurvivalTable? rest = null;
        foreach (IncidenceStep step in CumulativeIncidenceCalculator.Measure(table).Steps)
        {
            steps.Add(step);
            if (step.Survival == 0)
            {
                rest = After(table, (double)step.Time);
                break;
            }
        }

        for (int i = first; i < steps.Count; i++)
        {
            runEnds.Add(steps.Count - 1);
        }

        return rest;
    }

    private static double IncidenceOf(in IncidenceStep step, int cause) =>
        cause <= step.Causes.Count ? step.Causes[cause - 1].Incidence : 0;

    private CloseProbability Between(int from, double age, double days)
    {
        int to = LastOfRun(from, age + days);
        double won = Conditional(_won, from, to);
        double lost = Math.Min(Conditional(_lost, from, to), 1 - won);

        // Nothing is unknown after an age at which all deals at risk have closed.
        double end = to > from && _survival[to] == 0 ? _times[to] : age + days;
        double observed = ObservedUntil(end) - ObservedUntil(age) + (age + days - end);
        bool isComplete = days - observed <= (age + days) * Tie;
        return new CloseProbability(
            age, days, isComplete ? days : Math.Clamp(observed, 0, days), won, lost, Interval: null);
    }

    private double Conditional(double[] incidence, int from, int to) => to <= from
        ? 0
        : IsStart(from)
            ? incidence[to]
            : Math.Min((incidence[to] - incidence[from]) / _survival[from], 1);

    // The last step up to an age in the run of a deal whose last step is given.
    private int LastOfRun(int from, double age)
    {
        int last = LastStep(_times, age);
        int run = IsStart(from) ? from + 1 : from;
        return run < _runEnd.Length ? Math.Min(last, _runEnd[run]) : last;
    }

    private bool IsStart(int from) => from < 0 || _survival[from] == 0;

    // The days up to an age in which at least one deal was at risk.
    private double ObservedUntil(double age)
    {
        int row = LastStep(_rowTimes, age);
        return row < 0 ? 0 : _observed[row] + (_isObservedAfter[row] ? Math.Max(age - _rowTimes[row], 0) : 0);
    }

    // The position of the last time at or before an age, or -1.
    private static int LastStep(double[] times, double age)
    {
        double end = EndOf(age);
        int from = 0;
        int to = times.Length;
        while (from < to)
        {
            int middle = (from + to) >>> 1;
            if (times[middle] <= end)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from - 1;
    }
}
