using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Computes the share of the contract value of a deal that invoices or cash cover, by day.</summary>
internal sealed class DealCoverage(bool isInFull)
{
    private readonly List<LocalDate> _days = [];
    private readonly List<decimal> _values = []; // the value that each day adds, less later reversals
    private readonly List<bool> _followsAll = []; // whether the day has the coverage of earlier days
    private decimal _money;

    /// <summary>Adds an invoiced or received amount; negative for a refund.</summary>
    public void Add(decimal money) => _money += money;

    /// <summary>Adds a day with credits, and the change of the contract value.</summary>
    public void Add(Keyed<LocalDate, decimal> step)
    {
        decimal total = _values.Sum();
        if (step.Value < 0m && total > 0m)
        {
            decimal left = Math.Max(total + step.Value, 0m);
            for (int i = 0; i < _values.Count; i++)
            {
                _values[i] = _values[i] * left / total;
            }
        }

        _days.Add(step.Key);
        _values.Add(Math.Max(step.Value, 0m));
        _followsAll.Add(step.Value <= 0m);
    }

    /// <summary>Records the released share of each day, if it changed.</summary>
    public void State(LocalDate on, Dictionary<LocalDate, List<Keyed<LocalDate, decimal>>> shares)
    {
        decimal covered = 0m;
        for (int i = 0; i < _days.Count; i++)
        {
            decimal share = _followsAll[i] ? ShareOf(_money, covered) : ShareOf(_money - covered, _values[i]);
            share = isInFull && share < 1m ? 0m : share;
            covered += _values[i];
            List<Keyed<LocalDate, decimal>> stated = shares[_days[i]];
            if (share != (stated.Count == 0 ? 0m : stated[^1].Value))
            {
                stated.Add(new(on, share));
            }
        }
    }

    // Without remaining contract value, everything is released.
    private static decimal ShareOf(decimal money, decimal value) =>
        value == 0m || DivisionNoise.Reaches(money, value) ? 1m : money <= 0m ? 0m : money / value;
}
