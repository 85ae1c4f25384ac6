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

    /// <summary>Adds a cohort.</summary>
    /// <param name="age">Its age in months.</param>
    /// <param name="arr">Its ARR now.</param>
    /// <param name="name">The parameter of the caller that holds it.</param>
    public void Add(int age, decimal arr, string name)
    {
        double now = (double)arr;
        double value = ValueAt(age, age, name);
        double share = ShareAt(age, age, name);
        for (int month = 0; month < _arr.Length; month++)
        {
            double survives = ShareAt(age + month, age, name) / share;
            double multiple = month == 0 ? 1 : ValueAt(age + month, age, name) / value;
            _shares[month] = survives;
            _path[month] = now * multiple * survives;
            _arr[month] += _path[month];
            _surviving[month] += now * survives;
            if (month >= Year)
            {
                // What is left of the ARR of a year before, without what was added to it.
                double before = _path[month - Year];
                _kept[month] += Math.Min(before * (survives / _shares[month - Year]), _path[month]);
            }
        }

        if (!double.IsFinite(_arr[^1]))
        {
            throw new ArgumentException(
                Invariant($"The ARR of the cohort of age {age} exceeds the range of a double; a smaller one is ")
                    + "expected.",
                name);
        }
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

    /// <summary>Copies the ARR by month.</summary>
    public void CopyArrTo(Span<double> destination) => _arr.CopyTo(destination);

    private double ValueAt(int month, int age, string name)
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

    private double ShareAt(int month, int age, string name)
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
