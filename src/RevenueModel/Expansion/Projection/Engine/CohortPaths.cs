using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Adds up the paths of cohorts month by month. Cohorts are added from the oldest to the youngest.</summary>
internal sealed class CohortPaths(ExpansionCurve curve, CohortSurvival survival, int months)
{
    private const int Year = 12;

    private readonly double[] _arr = new double[months + 1];
    private readonly double[] _surviving = new double[months + 1];
    private readonly double[] _kept = new double[months + 1];
    private readonly double[] _path = new double[months + 1];
    private readonly double[] _shares = new double[months + 1];

    /// <summary>Adds the ARR of a cohort to that of each month.</summary>
    /// <param name="curve">The curve of ARR by age.</param>
    /// <param name="survival">The share of accounts by age.</param>
    /// <param name="age">The age of the cohort in months.</param>
    /// <param name="arr">Its ARR now.</param>
    /// <param name="byMonth">The sums by month.</param>
    /// <param name="name">The parameter of the caller that holds the cohort.</param>
    public static void AddArr(
        ExpansionCurve curve, CohortSurvival survival, int age, decimal arr, Span<double> byMonth, string name)
    {
        double now = (double)arr;
        double value = ValueAt(curve, age, age, name);
        double share = ShareAt(survival, age, age, name);
        for (int month = 0; month < byMonth.Length; month++)
        {
            byMonth[month] += now
                * Multiple(curve, age, month, value, name)
                * (ShareAt(survival, age + month, age, name) / share);
        }

        RequireFinite(byMonth[^1], age, name);
    }

    /// <summary>Adds a cohort.</summary>
    /// <param name="age">Its age in months.</param>
    /// <param name="arr">Its ARR now.</param>
    /// <param name="name">The parameter of the caller that holds it.</param>
    public void Add(int age, decimal arr, string name)
    {
        double now = (double)arr;
        double value = ValueAt(curve, age, age, name);
        double share = ShareAt(survival, age, age, name);
        for (int month = 0; month < _arr.Length; month++)
        {
            double survives = ShareAt(survival, age + month, age, name) / share;
            _shares[month] = survives;
            _path[month] = now * Multiple(curve, age, month, value, name) * survives;
            _arr[month] += _path[month];
            _surviving[month] += now * survives;
            if (month >= Year)
            {
                // What is left of the ARR of a year before, without what was added to it.
                double before = _path[month - Year];
                _kept[month] += Math.Min(before * (survives / _shares[month - Year]), _path[month]);
            }
        }

        RequireFinite(_arr[^1], age, name);
    }

    /// <summary>Returns the months with the retention that they imply.</summary>
    public ValueList<ProjectedMonth> Months(YearMonth asOf)
    {
        var lines = new ProjectedMonth[_arr.Length];
        for (int month = 0; month < lines.Length; month++)
        {
            double before = month < Year ? 0 : _arr[month - Year];
            lines[month] = new ProjectedMonth(
                asOf.PlusMonths(month),
                _arr[month],
                _surviving[month],
                before > 0 ? _arr[month] / before : null,
                before > 0 ? _kept[month] / before : null);
        }

        return ValueList.Own(lines);
    }

    private static double Multiple(ExpansionCurve curve, int age, int month, double value, string name) =>
        month == 0 ? 1 : ValueAt(curve, age + month, age, name) / value;

    private static void RequireFinite(double arr, int age, string name)
    {
        if (!double.IsFinite(arr))
        {
            throw new ArgumentException(
                Invariant($"The ARR of the cohort of age {age} exceeds the range of a double; ")
                    + "a smaller one is expected.",
                name);
        }
    }

    private static double ValueAt(ExpansionCurve curve, int month, int age, string name)
    {
        try
        {
            double value = curve.CheckedValueAt(month, "curve");
            return value > 0 || month > age
                ? value
                : throw DomainGuards.OutOfRange(
                    "curve",
                    Invariant($"{value} in month {month}"),
                    "a value above zero at the age of each cohort");
        }
        catch (ArgumentException refused)
        {
            throw DomainGuards.Within(Invariant($"The cohort of age {age}"), refused, name);
        }
    }

    private static double ShareAt(CohortSurvival survival, int month, int age, string name)
    {
        try
        {
            return survival.ShareAt(month, "survival");
        }
        catch (ArgumentException refused)
        {
            throw DomainGuards.Within(Invariant($"The cohort of age {age}"), refused, name);
        }
    }
}
