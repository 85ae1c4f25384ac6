using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The incidences of won and lost deals by age in columns, for probabilities in logarithmic time.</summary>
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
    private readonly double _last;
    private readonly bool _isComplete;

    /// <summary>Creates the columns of a table, or of no deals.</summary>
    public CloseCurve(SurvivalTable? table)
    {
        ReadOnlySpan<IncidenceStep> steps = table is null
            ? []
            : CumulativeIncidenceCalculator.Measure(table).Steps.AsSpan();
        _times = new double[steps.Length];
        _won = new double[steps.Length];
        _lost = new double[steps.Length];
        _survival = new double[steps.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            _times[i] = (double)steps[i].Time;
            _won[i] = IncidenceOf(steps[i], WonCause);
            _lost[i] = IncidenceOf(steps[i], LostCause);
            _survival[i] = steps[i].Survival;
        }

        _last = (double)(table?.LastTime ?? 0m);
        _isComplete = steps.Length > 0 && steps[^1].Survival == 0;
    }

    /// <summary>Returns the time below which a step at an age lies, whatever the rounding of the age.</summary>
    public static double EndOf(double age) => age + (age * Tie);

    /// <summary>Returns the probabilities of a deal open at an age that steps at that age do not concern any
    /// more.</summary>
    public CloseProbability Probability(double age, double days)
    {
        int from = LastStep(age);
        return Between(from, age, days);
    }

    /// <summary>Returns the probabilities of a deal that is about to be created: steps at age zero count.</summary>
    public CloseProbability NewDeal(double days) => Between(-1, 0, days);

    /// <summary>Returns the probability of a win, the same figure as that of <see cref="Probability"/>.</summary>
    public double WinProbability(double age, double days)
    {
        int from = LastStep(age);
        return Conditional(_won, from, LastStep(age + days));
    }

    private static double IncidenceOf(in IncidenceStep step, int cause) =>
        cause <= step.Causes.Count ? step.Causes[cause - 1].Incidence : 0;

    private CloseProbability Between(int from, double age, double days)
    {
        int to = LastStep(age + days);
        double won = Conditional(_won, from, to);
        double lost = Math.Min(Conditional(_lost, from, to), 1 - won);
        double survival = from < 0 ? 1 : _survival[from];
        double observed = survival == 0 ? 0 : _isComplete ? days : Math.Clamp(_last - age, 0, days);
        return new CloseProbability(age, days, observed, won, lost, Interval: null);
    }

    private double Conditional(double[] incidence, int from, int to)
    {
        if (to <= from || to < 0)
        {
            return 0;
        }

        double before = from < 0 ? 0 : incidence[from];
        double survival = from < 0 ? 1 : _survival[from];
        return survival > 0 ? Math.Min((incidence[to] - before) / survival, 1) : 0;
    }

    // The position of the last step at or before an age, or -1.
    private int LastStep(double age)
    {
        double end = EndOf(age);
        int from = 0;
        int to = _times.Length;
        while (from < to)
        {
            int middle = (from + to) >>> 1;
            if (_times[middle] <= end)
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
