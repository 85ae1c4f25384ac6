namespace RevenueModel.Retention;

/// <summary>A definition of the lifetime value (LTV) of an account.</summary>
public enum LifetimeValueMethod
{
    /// <summary>Revenue per account over churn: lifetime revenue. ChartMogul and other subscription
    /// analytics.</summary>
    Simple = 0,

    /// <summary>Gross profit per account over churn (Skok, SaaS Metrics 2.0).</summary>
    Margin = 1,

    /// <summary>Gross profit under constant retention, discounted (Gupta and Lehmann, Customers as Assets,
    /// 2003).</summary>
    Discounted = 2,

    /// <summary>Gross profit times a discounted expected lifetime, such as that of the shifted-beta-geometric (sBG)
    /// model (Fader and Hardie, 2007 and 2010).</summary>
    ExpectedLifetime = 3,
}
