using NodaTime;
using RevenueModel.Billing;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>Prepaid credits as their comments have them: minor unit by minor unit would give the same.</summary>
internal sealed class CreditOracle(IEnumerable<PrepaidCredit> credits)
{
    private readonly PrepaidCredit[] _opening = [.. credits];
    private readonly List<(string? Credit, decimal Amount)> _covered = []; // in time; null if no credit covered it

    public IEnumerable<PrepaidCredit> Credits =>
        _opening.Select(credit => credit with { Balance = credit.Balance - UsedOf(credit) });

    /// <summary>The use of each credit, in the order of first use.</summary>
    public IReadOnlyList<PrepaidDraw> Draws =>
    [
        .. _covered
            .Select(part => part.Credit)
            .Distinct()
            .Select(id => _opening.SingleOrDefault(credit => credit.Id == id))
            .OfType<PrepaidCredit>()
            .Where(credit => UsedOf(credit) > 0m)
            .Select(credit => new PrepaidDraw(credit.Id, UsedOf(credit), credit.Balance - UsedOf(credit))),
    ];

    /// <summary>The days between two others on which the usable credits change.</summary>
    public static IReadOnlyList<LocalDate> Changes(
        IEnumerable<PrepaidCredit> credits, LocalDate after, LocalDate before) =>
    [
        .. credits
            .Where(credit => credit.Balance > 0m)
            .SelectMany(credit => new[] { credit.Usable.Start, credit.Usable.End ?? after })
            .Where(day => day > after && day < before)
            .Distinct()
            .Order(),
    ];

    /// <summary>Covers spend of a day. Spend below zero gives back what was covered last.</summary>
    /// <returns>What no credit covers, less what was given back of such.</returns>
    public decimal Cover(decimal spend, LocalDate day)
    {
        decimal uncovered = 0m;
        while (spend < 0m)
        {
            (string? credit, decimal amount) = _covered.FindLast(part => part.Amount > 0m);
            decimal back = Math.Min(amount, -spend);
            _covered[_covered.FindLastIndex(part => part.Amount > 0m)] = (credit, amount - back);
            uncovered -= credit is null ? back : 0m;
            spend += back;
        }

        foreach (PrepaidCredit credit in _opening
            .Where(credit => credit.Usable.Start <= day && !(credit.Usable.End <= day))
            .OrderBy(credit => credit.Priority)
            .ThenBy(credit => credit.Usable.End ?? LocalDate.MaxIsoValue))
        {
            decimal used = Math.Min(spend, credit.Balance - UsedOf(credit));
            Add(credit.Id, used);
            spend -= used;
        }

        Add(null, spend);
        return uncovered + spend;
    }

    public static OracleClose Close(IEnumerable<PrepaidCredit> credits, LocalDate next)
    {
        var carried = new List<PrepaidCredit>();
        decimal expired = 0m;
        decimal forfeited = 0m;
        decimal toppedUp = 0m;
        foreach (PrepaidCredit credit in credits)
        {
            if (credit.Usable.End is { } end && end <= next)
            {
                expired += credit.Balance;
            }
            else if (credit.Rollover is { } rollover && credit.Usable.Start < next)
            {
                forfeited += credit.Balance > rollover.Maximum ? credit.Balance - rollover.Maximum : 0m;
                toppedUp += credit.Balance < rollover.Minimum ? rollover.Minimum - credit.Balance : 0m;
                carried.Add(credit with { Balance = Math.Clamp(credit.Balance, rollover.Minimum, rollover.Maximum) });
            }
            else
            {
                carried.Add(credit);
            }
        }

        return new OracleClose(carried, expired, forfeited, toppedUp);
    }

    private void Add(string? credit, decimal amount)
    {
        if (amount > 0m)
        {
            _covered.Add((credit, amount));
        }
    }

    private decimal UsedOf(PrepaidCredit credit) =>
        _covered.Where(part => part.Credit == credit.Id).Sum(part => part.Amount);
}
