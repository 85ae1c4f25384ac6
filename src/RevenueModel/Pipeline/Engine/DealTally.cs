namespace RevenueModel.Pipeline;

/// <summary>Sums the deals on one side of a win rate.</summary>
internal struct DealTally
{
    public int Count;
    public int WithoutValue;
    public decimal Value;
    public double SumOfSquares;

    public void Add(decimal? amount)
    {
        Count++;
        if (amount is not > 0m)
        {
            WithoutValue++;
            return;
        }

        Value += amount.Value;
        SumOfSquares += (double)amount.Value * (double)amount.Value;
    }
}
