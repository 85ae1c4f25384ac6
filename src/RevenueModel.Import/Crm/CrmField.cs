
namespace RevenueModel.Import;

/// <summary>The fields that a column of a CRM export can hold. Only <see cref="Id"/> and <see cref="Stage"/> or
/// <see cref="Outcome"/> are required.</summary>
public enum CrmField
{
    /// <summary>The id of the deal, unique in the file. Ids are compared with case, since Salesforce ids can differ
    /// only by case.</summary>
    Id = 0,

    /// <summary>The account that buys.</summary>
    Account = 1,

    /// <summary>The segment of the account.</summary>
    Segment = 2,

    /// <summary>The product; the key of a <see cref="PriceList"/>.</summary>
    Product = 3,

    /// <summary>The stage of the sales process, or the name of the outcome.</summary>
    Stage = 4,

    /// <summary>The outcome, open, won or lost, if the source has it in a separate column (Dynamics:
    /// Status).</summary>
    Outcome = 5,

    /// <summary>A yes-or-no column for closed deals (Salesforce: IsClosed).</summary>
    IsClosed = 6,

    /// <summary>A yes-or-no column for won deals (Salesforce: IsWon).</summary>
    IsWon = 7,

    /// <summary>The amount or estimated amount.</summary>
    Amount = 8,

    /// <summary>The actual amount of a won deal, if the source has it in a separate column (Dynamics: Actual Revenue).
    /// It takes precedence over <see cref="Amount"/> on won deals and is ignored on others.</summary>
    WonAmount = 9,

    /// <summary>The currency of the amounts. A file is read in one currency.</summary>
    Currency = 10,

    /// <summary>The day on which the deal was created or its sales process began.</summary>
    Created = 11,

    /// <summary>The day on which the deal entered its stage; kept for open deals.</summary>
    StageEntered = 12,

    /// <summary>The day on which the deal is expected to close.</summary>
    ExpectedClose = 13,

    /// <summary>The day on which the deal was won or lost.</summary>
    Closed = 14,

    /// <summary>The expected close of open deals and the actual close of closed ones, in one column (Salesforce and
    /// HubSpot). A value of <see cref="ExpectedClose"/> or <see cref="Closed"/> takes precedence over it.</summary>
    CloseDate = 15,

    /// <summary>The sales cycle of a closed deal in whole days, used if a date is missing.</summary>
    CycleDays = 16,

    /// <summary>The sales motion: new logo, expansion or renewal (Salesforce: Type; HubSpot: Deal Type).</summary>
    Motion = 17,

    /// <summary>The forecast category that the seller assigned.</summary>
    ForecastCategory = 18,

    /// <summary>A yes-or-no column for engagement of the buyer's IT organization; read together with
    /// <see cref="OTEngaged"/>.</summary>
    ITEngaged = 19,

    /// <summary>A yes-or-no column for engagement of the buyer's OT organization; read together with
    /// <see cref="ITEngaged"/>.</summary>
    OTEngaged = 20,

    /// <summary>The engaged buyers in one column: none, IT, OT or both. See <see cref="BuyerEngagement"/>.</summary>
    BuyerEngagement = 21,

    /// <summary>The partners that take part, separated by semicolons.</summary>
    Partners = 22,

    /// <summary>A column for competition: yes or no, or Known, None or Unknown.</summary>
    Competitive = 23,

    /// <summary>The regulation that drives the deal. See <see cref="RegulatoryTrigger"/>.</summary>
    RegulatoryTrigger = 24,

    /// <summary>The day by which the buyer has to comply with the regulation.</summary>
    RegulatoryDeadline = 25,

    /// <summary>The day on which the deal was won, if the source has it in a separate column (Pipedrive: Won time). It
    /// takes precedence over <see cref="Closed"/> and <see cref="CloseDate"/> on won deals, and is ignored on lost
    /// ones.</summary>
    WonDate = 26,

    /// <summary>The day on which the deal was lost, if the source has it in a separate column (Pipedrive: Lost time).
    /// It takes precedence over <see cref="Closed"/> and <see cref="CloseDate"/> on lost deals, and is ignored on won
    /// ones.</summary>
    LostDate = 27,

    /// <summary>The names of the competitors, separated by semicolons.</summary>
    Rivals = 28,
}
