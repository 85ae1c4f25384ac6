using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Computes the pay of a SPIFF credit by credit, until its budget is spent. Reversals free the budget
/// again.</summary>
internal sealed class SpiffRun(PayItem item, TeamSpiffCredit[] team, string person)
{
    private readonly FlatPerDeal _flats = new();
    private decimal _due; // pay before the budget limits it
    private int _next; // the next credit of the team to count

    public PayEntry Next(Spiff spiff, int assignment, CompPlan plan, CountedCredit counted)
    {
        CompCredit credit = counted.Credit;
        decimal flat = credit.Deal is null ? 0m : _flats.Next(credit, spiff.AmountPerDeal);
        CountTeam(spiff, counted.CountsOn!.Value);
        decimal due = _due + (spiff.Rate * credit.Credited) + flat;
        decimal amount = Paid(spiff, plan, due) - Paid(spiff, plan, _due);
        _due = due;
        PayEntry entry = PayEntry.Of(
            StatementLineKind.Spiff,
            assignment,
            item,
            counted,
            amount,
            new RateDetail
            {
                Credit = credit,
                Rate = spiff.Rate,
                Flat = flat,
                IsCut = due > spiff.Budget,
                Gates = counted.Gates,
            });
        entry.Payables = [new Payable(0, entry.Date, entry.Date, amount)];
        return entry;
    }

    // On the same day, the budget is used in the order of the names.
    private void CountTeam(Spiff spiff, LocalDate day)
    {
        for (; spiff.IsTeamBudget && _next < team.Length; _next++)
        {
            TeamSpiffCredit other = team[_next];
            bool isBefore = other.Date < day
                || (other.Date == day && string.CompareOrdinal(other.Person, person) < 0);
            if (!isBefore)
            {
                return;
            }

            _due += other.Amount;
        }
    }

    private static decimal Paid(Spiff spiff, CompPlan plan, decimal due) =>
        plan.Rounding.RoundWithoutNoise(due > spiff.Budget ? spiff.Budget.GetValueOrDefault() : due);
}
