ASCII SPSS PORT FILE                    ASCII SPSS PORT FILE                    
ASCII SPSS PORT FILE                    ASCII SPSS PORT FILE                    
ASCII SPSS PORT FILE                    0000000000000000000000000000000000000000
0000000000000000000000000123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrst
uvwxyz .<(+|&[]!$*);^-/|,%_>?`:$@'="000000~-0000123456789000-()0{}\0000000000000
00000000000000000000000000000000000000000000000000000000SPSSPORTA8/202611246/191
6121E/GNU pspp 1.6.23J/x86_64-pc-linux-gnu4I/5B/76/2/ID1/6/0/1/6/0/70/3/SEX5/8/0
/5/8/0/CC/Sex at birth70/6/SMOKER5/8/0/5/8/0/70/4/ECOG5/8/0/5/8/0/70/4/RISK5/8/0
/5/8/0/CA/Risk group70/3/AGE5/8/0/5/8/0/CN/Age at diagnosis, years70/4/PAIN5/8/0
/5/8/0/70/3/LAB5/O/G/5/O/G/B-9/-1/839/70/6/MONTHS5/9/2/5/9/2/CH/Follow-up, month
s70/6/STATUS5/8/0/5/8/0/82/CC/Vital status71/4/SITE1/1/0/1/1/0/81/X71A/4/TOWN1/1
A/0/1/1A/0/CT/Ort der Behandlung (größer)70/8/DIAGNOSE19/A/0/19/A/0/CH/Date of
 diagnosis70/4/SEEN1B/K/0/1B/K/0/70/6/OPENED19/A/0/19/A/0/70/5/MONTHS/8/0/S/8/0/
70/6/WAITEDL/8/0/L/8/0/70/6/WEIGHT5/4/1/5/4/1/D1/3/SEX2/1/4/male2/6/femaleD1/6/S
MOKER2/1/3/Yes2/2/NoD1/4/ECOG5/0/C/fully active1/A/restricted2/7/no work3/G/bed 
half the day4/B/bed all dayD1/4/RISK4/1/5/other2/4/high3/5/other9/7/unknownD1/3/
AGE1/139/7/unknownD1/4/PAIN2/0/4/noneA/5/worstD1/3/LAB1/39/8/not doneD1/6/STATUS
3/0/5/alive1/4/dead2/4/lostD1/4/SITE2/1/A5/Alpha1/B4/BetaF6/P-001 1/1/0/1/1A/0/-
9/3.3/0/1/A1A/Zürich                                 IQOEC00/IT8QM05/IQOEC00/IQ
O8+3/4A9/2/6/P-002 2/1/1/2/1L/3/-2/5.E3/1/1/B1A/Bern                            
        IQRNI00/IT8S+3/IQRNI00/IQRE+3/8A9/1/6/P-003 1/1/1/3/22/A/39/7.P6/1/1/X1A
/                                        IR12O00/IT93405/IR12O00/IR0N600/CA9/2/6
/P-004 2/2/2/3/139/4/.3/A.69/0/1/A1A/Saint-Étienne                          IR4
C+3/IT94C00/IR4C+3/IR3T600/GA9/1/6/P-005 1/2/0/9/1H/0/1.7F/C.HC/2/1/B1A/Zürich 
                                IR7L600/IT99G05/IR7L600/IR78C00/KA9/2/6/P-006 2/
*.1/1/1S/7/.A/E.SF/0/1/X1A/Bern                                    IRB0C00/IT9AO
00/IRB0C00/IRAHI00/OA9/1/6/P-007 1/1/1/2/29/0/4PO-7/H.9I/1/1/A1A/               
                         IRE9I00/IT9FS05/IRE9I00/IRDNI00/SA9/2/6/P-008 2/1/2/3/1
D/3/F77CI.F/J.KL/1/1/B1A/Saint-Étienne                          *.IT9H600/*.*.1
2A9/1/6/P-009 1/1/0/3/1O/A/-9/M.1O/0/1/X1A/Zürich                              
   IRKS+3/IT9MA05/IRKS+3/IRK8O00/16A9/2/6/P-010 2/2/1/9/25/4/-2/O.CR/2/1/A1A/Ber
n                                    IRO7600/IT9NI00/IRO7600/IRNI+3/1AA9/1/6/P-0
11 1/2/1/1/2G/0/39/Q.O/0/1/B1A/                                        IRRGC00/I
T9SM05/IRRGC00/IRQR600/1EA9/2/6/P-012 2/2/2/2/139/7/.3/T.53/1/1/X1A/Saint-Étien
ne                          IS0PI00/ITA+4/IS0PI00/IS+5/1IA9/1/6/P-013 1/1/0/3/21
/0/1.7F/11.G6/1/1/A1A/Zürich                                 IS44O00/ITA5405/IS
44O00/IS39600/1MA9/2/6/P-014 2/1/1/3/2C/3/.A/13.R9/0/1/B1A/Bern                 
                   IS7E+3/ITA6C00/IS7E+3/IS6F600/1QA9/1/6/P-015 1/1/1/9/1G/A/4PO
-7/16.8C/2/1/X1A/                                        ISAN600/ITABG05/ISAN600
/IS9OC00/20A9/2/6/P-016 2/2/2/1/1R/4/F77CI.F/18.JF/0/1/A1A/Saint-Étienne       
                   ISE2C00/ITACO00/ISE2C00/ISD0C00/24A9/1/6/P-017 1/2/0/2/28/0/-
9/1B.0I/1/1/B1A/Zürich                                 ISHBI00/ITAHS05/ISHBI00/
ISG9I00/28A9/2/6/P-018 2/2/1/3/1C/7/-2/1D.BL/1/1/X1A/Bern                       
             ISKKO00/ITAJ600/ISKKO00/ISJIO00/2CA9/1/6/P-019 1/1/1/3/1N/0/39/1F.M
O/0/1/A1A/                                        ISO+4/ITAOA05/ISO+4/ISMOO00/2G
A9/2/6/P-020 2/1/2/9/24/3/.3/1I.3R/2/1/B1A/Saint-Étienne                       
   ISR9600/ITAPI00/ISR9600/ISQ4+3/2KA9/1/6/P-021 1/1/0/1/2F/A/1.7F/1K.F/0/1/X1A/
Zürich                                 IT0IC00/ITB0M05/IT0IC00/ISTA+3/2OA9/2/6/
P-022 2/2/1/2/1J/4/.A/1M.Q3/1/1/A1A/Bern                                    IT3R
I00/ITB2+3/IT3RI00/IT2J600/2SA9/1/6/P-023 1/2/1/3/20/0/4PO-7/1P.76/1/1/B1A/     
                                   IT76O00/ITB7405/IT76O00/IT5SC00/32A9/2/6/P-02
4 2/2/2/3/2B/7/F77CI.F/1R.I9/0/1/X1A/Saint-Étienne                          ITA
G+3/ITB8C00/ITAG+3/IT8S+3/36A9/1/ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ
