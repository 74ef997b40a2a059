package org.jiritsu.exposure;

/**
 * The sixteen terms of Wang, Wei &amp; Zhu (2013, revised 2018), table A2, in their order; s exports to r, t is any third
 * economy. {@code docs/methods/exports.md} has the equations.
 */
public enum ExportTerm {
    /** Domestic value added in final goods. */
    DVA_FIN,
    /** In inputs, of which r makes final goods for itself. */
    DVA_INT,
    /** In inputs, of which r makes inputs for final goods that third economies make for themselves. */
    DVA_INTREX1,
    /** In inputs, of which r makes final goods for third economies. */
    DVA_INTREX2,
    /** In inputs, of which r makes inputs for final goods that third economies sell to others than s. */
    DVA_INTREX3,
    /** In inputs that come home in final goods of r. */
    RDV_FIN1,
    /** In inputs that come home in final goods of third economies. */
    RDV_FIN2,
    /** In inputs that come home as inputs to final goods for home. */
    RDV_INT,
    /** In inputs that come home as inputs to exports of final goods: counted twice. */
    DDC_FIN,
    /** Domestic value in exported inputs that was exported before: counted twice. */
    DDC_INT,
    /** Value added of r in final goods. */
    MVA_FIN,
    /** Value added of r in inputs to final goods that r makes for itself. */
    MVA_INT,
    /** Value of r in inputs that r uses for its exports: counted twice. */
    MDC,
    /** Value added of third economies in final goods. */
    OVA_FIN,
    /** Value added of third economies in inputs to final goods that r makes for itself. */
    OVA_INT,
    /** Value of third economies in inputs that r uses for its exports: counted twice. */
    ODC
}
