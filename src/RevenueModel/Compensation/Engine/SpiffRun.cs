using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Pays a short-term incentive credit by credit, until its budget is spent; what is taken back frees it
/// again.</summary>
internal sealed class SpiffRun(string name)
{
    private readonly FlatPerDeal _flats = new();
    private readonly PayItem _item = PayItem.OfSpiff(name);
    private decimal _due; // without the budget

    public PayEntry Next(Spiff spiff, int assignment, CompPlan plan, CountedCredit counted)
    {
        CompCredit credit = counted.Credit;
        decimal flat = credit.Deal is null ? 0m : _flats.Next(credit, spiff.AmountPerDeal);
        decimal due = _due + (spiff.Rate * credit.Credited) + flat;
        decimal amount = Paid(spiff, plan, due) - Paid(spiff, plan, _due);
        _due = due;
        PayEntry entry = PayEntry.Of(
            StatementLineKind.Spiff,
            assignment,
            _item,
            counted,
            amount,
            new PayCalculation
            {
                Credit = credit,
                Rate = spiff.Rate,
                Of = credit.Credited,
                Flat = flat,
                IsCut = due > spiff.Budget,
            });
        entry.Payables = [new Payable(0, entry.Date, entry.Date, amount)];
        return entry;
    }

    private static decimal Paid(Spiff spiff, CompPlan plan, decimal due) =>
        plan.Rounding.RoundWithoutNoise(due > spiff.Budget ? spiff.Budget.GetValueOrDefault() : due);
}
