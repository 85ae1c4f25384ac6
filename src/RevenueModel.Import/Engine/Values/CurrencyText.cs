using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>A currency as written in a file, and the codes that it can stand for.</summary>
/// <param name="Text">The text.</param>
/// <param name="Codes">The codes.</param>
internal sealed record CurrencyText(string Text, ValueList<string> Codes)
{
    /// <summary>Returns whether two texts can stand for one currency.</summary>
    public bool Agrees(CurrencyText other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        foreach (string code in Codes)
        {
            foreach (string otherCode in other.Codes)
            {
                if (NameLookup.Same(code, otherCode))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Returns what both texts can stand for: the text with fewer codes.</summary>
    public CurrencyText Narrower(CurrencyText other) => other.Codes.Count < Codes.Count ? other : this;
}
